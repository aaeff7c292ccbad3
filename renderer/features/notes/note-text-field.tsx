/** The field in which the text of a note is written, with its quiet bar of formats. */
import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.layer.css'
import { useEditor } from '@tiptap/react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import css from './note-text.module.css'
import { noteExtensions } from './note-extensions.ts'
import type { NoteSession } from './note-session.ts'
import { pasteTrouble, quietMarkup } from './paste-trouble.ts'

export type NoteTextFieldProps = {
  readonly session: NoteSession
  readonly readOnly: boolean
  readonly isNew: boolean
  readonly status: ReactNode
}

export const NoteTextField = ({ session, readOnly, isNew, status }: NoteTextFieldProps) => {
  const { t } = useTranslation('notes')
  /** True when nothing of it is taken. */
  const take = (data: DataTransfer | null): boolean => {
    const trouble = data === null ? undefined : pasteTrouble(data)
    if (trouble !== undefined) showToast({ text: t(trouble.words), close: t('close') })
    return trouble?.isRefused === true
  }
  const refuse = (event: Event, data: DataTransfer | null): boolean => {
    if (!take(data)) return false
    event.preventDefault()
    return true
  }
  const editor = useEditor(
    {
      extensions: noteExtensions(session.doc),
      editable: !readOnly,
      // The page takes no style but its own files: what this would add stands in note-text.module.css.
      injectCSS: false,
      shouldRerenderOnTransaction: true,
      autofocus: isNew ? 'end' : false,
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('text') },
        transformPastedHTML: quietMarkup,
        handleDOMEvents: {
          paste: (_view, event) => refuse(event, event.clipboardData),
          drop: (_view, event) => refuse(event, event.dataTransfer),
        },
      },
    },
    [session, readOnly],
  )
  // The types of the two packages name one class by two of its files.
  return (
    <RichTextEditor
      editor={editor as unknown as ComponentProps<typeof RichTextEditor>['editor']}
      variant="subtle"
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      labels={labels(t)}
      classNames={{ root: css.root, toolbar: css.toolbar, control: css.control, content: css.content }}
    >
      <div className={css.bar}>
        {readOnly ? null : <Formats label={t('toolbar')} />}
        {status}
      </div>
      <RichTextEditor.Content />
    </RichTextEditor>
  )
}

const Formats = ({ label }: { readonly label: string }) => (
  <RichTextEditor.Toolbar role="toolbar" aria-label={label}>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.H2 />
      <RichTextEditor.H3 />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Bold />
      <RichTextEditor.Italic />
      <RichTextEditor.Code />
      <RichTextEditor.Link />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.BulletList />
      <RichTextEditor.OrderedList />
      <RichTextEditor.Blockquote />
    </RichTextEditor.ControlsGroup>
  </RichTextEditor.Toolbar>
)

const labels = (t: ReturnType<typeof useTranslation<'notes'>>['t']) => ({
  h2ControlLabel: t('formats.heading'),
  h3ControlLabel: t('formats.subheading'),
  boldControlLabel: t('formats.bold'),
  italicControlLabel: t('formats.italic'),
  codeControlLabel: t('formats.code'),
  linkControlLabel: t('formats.link'),
  unlinkControlLabel: t('formats.unlink'),
  bulletListControlLabel: t('formats.bulletList'),
  orderedListControlLabel: t('formats.orderedList'),
  blockquoteControlLabel: t('formats.quote'),
  linkEditorInputLabel: t('formats.linkAddress'),
  linkEditorInputPlaceholder: t('formats.linkPlaceholder'),
  linkEditorExternalLink: t('formats.linkExternal'),
  linkEditorInternalLink: t('formats.linkInternal'),
  linkEditorSave: t('formats.linkSave'),
})
