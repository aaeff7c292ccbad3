/** A client's monogram and name, as a panel's title. */
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import css from './client-panel.module.css'

export const ClientMark = ({ name }: { readonly name: string }) => (
  <span className={css.mark}>
    <Monogram name={name} kind="client" size={24} />
    <span>{name}</span>
  </span>
)
