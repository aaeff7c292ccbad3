/** The steps of a wizard: done ones can be gone back to, the others wait. */
import { IconCircleCheckFilled } from '@tabler/icons-react'
import css from './wizard.module.css'

export type Step<Id extends string> = {
  readonly id: Id
  readonly label: string
  readonly state: 'done' | 'current' | 'ahead'
}

export type StepRailProps<Id extends string> = {
  readonly label: string
  readonly steps: readonly Step<Id>[]
  /** Said after the name of a step that is done. */
  readonly done: string
  /** Without it there is no way back by the rail. */
  readonly onGoTo?: ((id: Id) => void) | undefined
}

export const StepRail = <Id extends string>({ label, steps, done, onGoTo }: StepRailProps<Id>) => (
  <ol className={css.steps} aria-label={label}>
    {steps.map(({ id, label: name, state }, index) => (
      <li key={id}>
        {state === 'done' && onGoTo !== undefined ? (
          <button type="button" className={css.step} data-state={state} onClick={() => onGoTo(id)}>
            <StepMark index={index} isDone />
            {name}
            <span className={css.said}>, {done}</span>
          </button>
        ) : (
          <span className={css.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <StepMark index={index} isDone={state === 'done'} />
            {name}
            {state === 'done' && <span className={css.said}>, {done}</span>}
          </span>
        )}
      </li>
    ))}
  </ol>
)

const StepMark = ({ index, isDone }: { readonly index: number; readonly isDone: boolean }) =>
  isDone ? (
    <IconCircleCheckFilled className={css.doneMark} size={20} aria-hidden />
  ) : (
    <span className={css.number} aria-hidden>
      {index + 1}
    </span>
  )
