/** Words that invented clients are made of. No name is meant to be a real organization's. */
export const nameBeginnings = [
  'Alder', 'Amber', 'Anchor', 'Aspen', 'Beacon', 'Birch', 'Blue Heron', 'Bridgewater', 'Cedar', 'Clearwater', 'Cobalt',
  'Copper Ridge', 'Driftwood', 'Eastgate', 'Elm Street', 'Fairhaven', 'Fernwood', 'Granite', 'Greenfield', 'Halcyon',
  'Harborview', 'Hawthorn', 'Highland', 'Ironwood', 'Juniper', 'Kestrel', 'Lakeside', 'Larkspur', 'Linden', 'Maple Grove',
  'Meridian', 'Millbrook', 'Northfield', 'Oakridge', 'Old Mill', 'Pinecrest', 'Quarry Hill', 'Redwood', 'Riverbend',
  'Saltmarsh', 'Sandpiper', 'Silverlake', 'Stonebridge', 'Summit', 'Tamarack', 'Thornbury', 'Union Square', 'Valley View',
  'Westbrook', 'Willow Creek',
] as const

export const industries = [
  { name: 'Health care', endings: ['Family Clinic', 'Dental Group', 'Medical Center', 'Care Homes', 'Diagnostics'] },
  { name: 'Financial services', endings: ['Credit Union', 'Wealth Advisors', 'Insurance Brokers', 'Capital', 'Savings Bank'] },
  { name: 'Manufacturing', endings: ['Precision Parts', 'Packaging', 'Tool Works', 'Plastics', 'Castings'] },
  { name: 'Software', endings: ['Software', 'Data Systems', 'Cloud', 'Analytics', 'Labs'] },
  { name: 'Education', endings: ['College', 'Academy', 'School District', 'Learning'] },
  { name: 'Legal', endings: ['Law', 'Legal Partners', 'Notaries'] },
  { name: 'Logistics', endings: ['Freight', 'Logistics', 'Cold Storage', 'Couriers'] },
  { name: 'Public sector', endings: ['Town Council', 'Water District', 'Library Network', 'Housing Authority'] },
  { name: 'Retail', endings: ['Outfitters', 'Grocers', 'Home Goods', 'Books'] },
  { name: 'Energy', endings: ['Solar', 'Power Cooperative', 'Grid Services'] },
] as const

export const places = [
  ['Berlin', 'Germany'], ['Hamburg', 'Germany'], ['Vienna', 'Austria'], ['Zurich', 'Switzerland'], ['Rotterdam', 'Netherlands'],
  ['Leeds', 'United Kingdom'], ['Dublin', 'Ireland'], ['Portland, Oregon', 'United States'], ['Austin, Texas', 'United States'],
  ['Albany, New York', 'United States'], ['Toronto', 'Canada'], ['Melbourne', 'Australia'],
] as const

export const givenNames = [
  'Ada', 'Amir', 'Anneke', 'Beatriz', 'Carlos', 'Chiara', 'Daniel', 'Elif', 'Emeka', 'Freya', 'Hana', 'Ines', 'Jonas', 'Kavya',
  'Lars', 'Leila', 'Malik', 'Mei', 'Nadia', 'Oskar', 'Priya', 'Rafael', 'Sofia', 'Tomasz', 'Yara',
] as const
export const familyNames = [
  'Almeida', 'Becker', 'Castellanos', 'Dubois', 'Eriksen', 'Fontaine', 'Greco', 'Hoffmann', 'Ibrahim', 'Jansen', 'Kowalski',
  'Lindqvist', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quinn', 'Rossi', 'Sandoval', 'Thomsen', 'Ueda', 'Varga', 'Weber', 'Yilmaz',
] as const

export const contactTitles = ['IT manager', 'Chief information security officer', 'Managing director', 'Compliance officer', 'Office manager'] as const
export const tagLabels = ['HIPAA', 'ISO 27001', 'SOC 2', 'Quarterly review', 'Managed backup', 'New in 2026', 'Key account'] as const
