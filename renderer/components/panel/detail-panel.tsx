/** The panel beside a list: one thing of it, to look at and to edit. 432 wide, dragged between 360 and 560. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import css from './panel.module.css'
import { usePanelWidth } from './use-panel-width.ts'

export type DetailPanelProps = {
  /** Names the landmark; usually the thing's own name. */
  readonly label: string
  /** The thing's id in the bar, and its place: "4 of 142". */
  readonly id?: string | undefined
  readonly position?: string | undefined
  readonly texts: {
    readonly previous: string
    readonly next: string
    readonly fullPage: string
    readonly close: string
    readonly resize: string
  }
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
  readonly onFullPage?: (() => void) | undefined
  readonly onClose: () => void
  readonly width?: number | undefined
  /** To remember it. */
  readonly onWidthChange?: (width: number) => void
  readonly children: ReactNode
}

export const DetailPanel = (props: DetailPanelProps) => {
  const { label, id, position, texts, children, onClose } = props
  const { width, handle } = usePanelWidth(props.width, props.onWidthChange)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // What opens above the page is not inside the panel, though its events come through here.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside
      className={css.panel}
      aria-label={label}
      data-region
      tabIndex={-1}
      style={{ '--panel-width': `${width}px` }}
      onKeyDown={onKeyDown}
    >
      <div className={css.handle} role="separator" aria-orientation="vertical" aria-label={texts.resize} {...handle} />
      <div className={css.bar}>
        <span className={css.barText}>
          {id !== undefined && <span className={css.id}>{id}</span>}
          {position !== undefined && <span>{position}</span>}
        </span>
        <PanelButton
          label={texts.previous}
          icon={<IconChevronUp size={16} stroke={1.6} aria-hidden />}
          onClick={props.onPrevious}
        />
        <PanelButton
          label={texts.next}
          icon={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
          onClick={props.onNext}
        />
        <PanelButton
          label={texts.fullPage}
          icon={<IconArrowsDiagonal size={16} stroke={1.6} aria-hidden />}
          onClick={props.onFullPage}
        />
        <PanelButton label={texts.close} icon={<IconX size={16} stroke={1.6} aria-hidden />} onClick={onClose} />
      </div>
      <div className={css.content}>{children}</div>
    </aside>
  )
}

/** Left out where the feature does not offer it. */
const PanelButton = (props: {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: (() => void) | undefined
}) =>
  props.onClick === undefined ? null : (
    <Tooltip label={props.label}>
      <ActionIcon aria-label={props.label} onClick={props.onClick}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  )

export type PanelSectionProps = {
  readonly title?: string | undefined
  /** Quiet words after the title: "1 of 3 accepted". */
  readonly aside?: ReactNode
  /** A text button at the right end of the title. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A part of a panel or a side column, divided from the next by a line. */
export const PanelSection = ({ title, aside, action, children }: PanelSectionProps) => (
  <section className={css.section}>
    {title !== undefined && (
      <div className={css.sectionHead}>
        <h2 className={css.sectionTitle}>
          {title} {aside !== undefined && <span className={css.sectionAside}>{aside}</span>}
        </h2>
        {action}
      </div>
    )}
    {children}
  </section>
)

/** The name of what the panel shows, above its sections. */
export const PanelTitle = ({ children }: { readonly children: ReactNode }) => <h2 className={css.title}>{children}</h2>

/** Names and values in two columns. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
}) => (
  <dl className={css.facts}>
    {facts.map(({ label, value }) => (
      <div key={label} className={css.fact}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
