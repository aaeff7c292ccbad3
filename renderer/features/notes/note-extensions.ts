/** What the text of a note may be made of. Everything else that is pasted loses its form and keeps its words. */
import { Collaboration } from '@tiptap/extension-collaboration'
import { Extension, type Extensions } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import type { Doc } from 'yjs'
import { noteTextName } from '#domain/entities/note.ts'

export const noteExtensions = (document: Doc): Extensions => [
  StarterKit.configure({
    // Undo belongs to the person, not to what others write meanwhile: the collaboration has its own.
    undoRedo: false,
    // Two windows that both add an empty line at the end would add two.
    trailingNode: false,
    heading: { levels: [2, 3] },
    horizontalRule: false,
    underline: false,
    link: { openOnClick: false, autolink: true, protocols: ['https', 'http', 'mailto'] },
  }),
  Collaboration.configure({ document, field: noteTextName }),
  BlockDirection,
]

/** Each block finds its own direction. Nothing is stored for it: the attribute is always null in the document. */
const BlockDirection = Extension.create({
  name: 'blockDirection',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'codeBlock'],
      attributes: { dir: { default: null, parseHTML: () => null, renderHTML: () => ({ dir: 'auto' }) } },
    },
  ],
})
