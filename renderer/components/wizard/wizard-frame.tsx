/** The frame of the first run: a rail of steps, one column for the question, and a foot with the ways on and back. */
import { useEffect, useRef, type ReactNode } from 'react'
import { ProductMark } from '../identity/product-mark.tsx'
import css from './wizard.module.css'

export type WizardFrameProps = {
  readonly product: string
  /** A `StepRail`. */
  readonly steps?: ReactNode
  /** Other ways in, at the foot of the rail: `WizardWay`s. */
  readonly ways?: ReactNode
  readonly railLabel: string
  readonly children: ReactNode
  /** Left: Back, and "Step 1 of 4". */
  readonly start?: ReactNode
  /** Right: the primary button. */
  readonly end?: ReactNode
  /** The mapper takes the whole width. */
  readonly width?: 'column' | 'full'
}

export const WizardFrame = (props: WizardFrameProps) => (
  <div className={css.frame}>
    <aside className={css.rail} aria-label={props.railLabel}>
      <div className={css.product}>
        <ProductMark size={26} />
        {props.product}
      </div>
      {props.steps}
      <div className={css.ways}>{props.ways}</div>
    </aside>
    <main className={css.main}>
      <div className={css.column} data-width={props.width ?? 'column'}>
        {props.children}
      </div>
    </main>
    {(props.start !== undefined || props.end !== undefined) && (
      <footer className={css.foot}>
        <div className={css.start}>{props.start}</div>
        {props.end}
      </footer>
    )}
  </div>
)

export type WizardTitleProps = {
  readonly title: string
  readonly help?: ReactNode
  /** Names the form below it. */
  readonly id?: string | undefined
  /** Where a step has no field to begin with, its question takes the focus, so that a reader begins there. */
  readonly takesFocus?: boolean | undefined
}

/** The question of a step, and its help. */
export const WizardTitle = ({ title, help, id, takesFocus = false }: WizardTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <div className={css.titleBlock}>
      <h1 ref={heading} id={id} className={css.title} tabIndex={-1}>
        {title}
      </h1>
      {help !== undefined && <p className={css.help}>{help}</p>}
    </div>
  )
}

export type WizardWayProps = { readonly icon: ReactNode; readonly label: string; readonly onChoose: () => void }

export const WizardWay = ({ icon, label, onChoose }: WizardWayProps) => (
  <button type="button" className={css.way} onClick={onChoose}>
    {icon}
    {label}
  </button>
)

/** Things that are so, each with its icon: no choice, hence no border. */
export const FactList = ({
  facts,
}: {
  readonly facts: readonly { readonly icon: ReactNode; readonly text: string }[]
}) => (
  <ul className={css.facts}>
    {facts.map(({ icon, text }) => (
      <li key={text}>
        {icon}
        {text}
      </li>
    ))}
  </ul>
)
