/** The roles of product §5. Members of the practice reach its tenants; direct members and auditors reach one. */
export const practiceRoles = ['owner', 'admin', 'consultant', 'viewer'] as const
export const directRoles = ['manager', 'contributor', 'clientViewer'] as const
export const roles = [...practiceRoles, ...directRoles, 'auditor'] as const

export type Role = (typeof roles)[number]
