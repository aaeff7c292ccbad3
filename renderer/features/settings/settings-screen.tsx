/** Settings that exist, each with a sentence of its effect. Nothing here has a Save button, except what acts on submit. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { usePractice } from '../clients/use-clients.ts'
import { BackupsSection } from '../backups/backups-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { DefaultsSection } from './defaults-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { RegionSection } from './region-section.tsx'
import { SecuritySection } from './security-section.tsx'
import css from './settings.module.css'

const sections = {
  practice: PracticeSection,
  defaults: DefaultsSection,
  security: SecuritySection,
  appearance: AppearanceSection,
  region: RegionSection,
  backups: BackupsSection,
  data: DataSection,
} as const
type SectionId = keyof typeof sections

export const SettingsScreen = () => {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const { section = 'practice' } = useSearch({ from: '/settings' })
  const isSolo = usePractice().data?.practice.mode === 'solo'
  const open: SectionId = isSection(section) ? section : 'practice'
  const Section = sections[open]
  const tabs = (Object.keys(sections) as SectionId[]).map((id) => ({
    id,
    label: t(isSolo && isPracticeLevel(id) ? soloLabels[id] : `sections.${id}`),
  }))
  return (
    <Page
      header={
        <Header
          title={t('title')}
          tabs={
            <ViewTabs
              label={t('sections.label')}
              tabs={tabs}
              value={open}
              onChange={(id) => void navigate({ to: '/settings', search: { section: id }, replace: true })}
            />
          }
        />
      }
    >
      <div className={css.sections}>
        <Section />
      </div>
    </Page>
  )
}

const isSection = (id: string): id is SectionId => Object.hasOwn(sections, id)

/** What a practice calls otherwise than a single organization does. */
const soloLabels = { practice: 'sections.organization', defaults: 'sections.defaultsSolo' } as const
const isPracticeLevel = (id: SectionId): id is keyof typeof soloLabels => Object.hasOwn(soloLabels, id)
