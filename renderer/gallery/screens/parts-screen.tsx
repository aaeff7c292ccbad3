/** The small parts side by side, and what opens above the page. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ShortcutsSheet } from '#renderer/components/commands/shortcuts-sheet.tsx'
import { ConfirmDialog } from '#renderer/components/dialogs/confirm-dialog.tsx'
import { announce } from '#renderer/components/feedback/announcer.tsx'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { PracticeLogo, ProductMark } from '#renderer/components/identity/product-mark.tsx'
import { KeyHint } from '#renderer/components/keys/key-hint.tsx'
import { AttentionMark } from '#renderer/components/risk/attention-mark.tsx'
import { riskBands } from '#renderer/components/risk/band.ts'
import { Delta } from '#renderer/components/risk/delta.tsx'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { StateMark } from '#renderer/components/risk/state-mark.tsx'
import { EmptyState } from '#renderer/components/states/empty-state.tsx'
import { ErrorState } from '#renderer/components/states/error-state.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { RecoveryKeyCard } from '#renderer/components/wizard/recovery-key-card.tsx'
import { setAppearance, useAppearance } from '#renderer/theme/appearance.ts'
import cells from './cells.module.css'
import { galleryCommands } from './gallery-commands.ts'
import { GalleryFrame } from './gallery-frame.tsx'

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>')}`

export const PartsScreen = () => {
  const { scheme, density } = useAppearance()
  const [dialog, setDialog] = useState<'confirm' | 'delete' | 'keys'>()
  const close = (): void => setDialog(undefined)
  return (
    <GalleryFrame current="parts">
      <Page
        header={
          <Header
            title="Parts"
            aside={`${scheme}, ${density}`}
            actions={
              <>
                <Button
                  variant="default"
                  onClick={() => setAppearance({ scheme: scheme === 'dark' ? 'light' : 'dark' })}
                >
                  {scheme === 'dark' ? 'Light' : 'Dark'}
                </Button>
                <Button
                  variant="default"
                  onClick={() => setAppearance({ density: density === 'compact' ? 'comfortable' : 'compact' })}
                >
                  Density
                </Button>
                <Button onClick={() => setDialog('keys')}>Keys</Button>
              </>
            }
          />
        }
      >
        <div className={cells.parts}>
          <div className={cells.line}>
            {riskBands.map((band) => (
              <RiskBadge key={band} band={band} word={band} />
            ))}
            {riskBands.map((band) => (
              <RiskBadge key={band} band={band} word={band} glyphOnly />
            ))}
          </div>
          <div className={cells.line}>
            <AttentionMark tier="now" reason="File damaged" />
            <AttentionMark tier="soon" reason="6 tasks overdue" more="and 2 more" />
            <AttentionMark tier="watch" reason="Baseline incomplete" />
          </div>
          <div className={cells.line}>
            <StateMark tone="ok">Accepted</StateMark>
            <StateMark tone="error">Refused</StateMark>
            <StateMark tone="warning">Outside period</StateMark>
            <StateMark tone="info">Mapping changed by hand</StateMark>
            <Delta text="+3" effect="good" />
            <Delta text="−5" effect="bad" />
            <Delta text="+14" effect="neutral" />
          </div>
          <div className={cells.line}>
            <Monogram name="Ardent Dental Group" kind="client" alone />
            <Monogram name="Calder Foods" kind="client" size={24} alone />
            <Monogram name="Priya Nair" kind="person" alone />
            <ProductMark />
            <PracticeLogo src={logo} />
            <KeyHint keys={['Mod+K']} />
            <KeyHint keys={['G', 'D']} />
          </div>
          <div className={cells.line}>
            <Button>Add client</Button>
            <Button variant="default">Import</Button>
            <Button variant="subtle">Open tasks</Button>
            <Button data-tone="danger">Delete client</Button>
            <Button disabled>Continue</Button>
            <Button loading>Saving</Button>
          </div>
          <div className={cells.line}>
            <Button variant="default" onClick={() => setDialog('confirm')}>
              Revoke access…
            </Button>
            <Button variant="default" onClick={() => setDialog('delete')}>
              Delete client…
            </Button>
            <Button
              variant="default"
              onClick={() =>
                showToast({
                  text: 'Framework assigned to 6 clients',
                  action: { label: 'Undo', isUndo: true, onRun: () => announce('Undone') },
                  close: 'Close',
                })
              }
            >
              Toast
            </Button>
            <Button
              variant="default"
              onClick={() =>
                showToast({ text: 'The pack was not made: rack-b-nas.jpg has changed.', tone: 'error', close: 'Close' })
              }
            >
              Failed toast
            </Button>
          </div>
          <div className={cells.line}>
            <span className="figures" data-testid="ones">
              111
            </span>
            <span className="figures" data-testid="eights">
              888
            </span>
            <span className="mono">tenants/0192f3a1-8c4e.sqlite</span>
          </div>
          <EmptyState place="inline" title="Nothing to review" text="12 files were accepted today." />
          <ErrorState
            place="inline"
            title="The list could not be read"
            safe="Nothing was changed."
            advice="Try again; if it happens twice, restart the app."
            actions={<Button variant="default">Try again</Button>}
            details={{ text: 'EngineUnavailable', copy: 'Copy details', copied: 'Copied' }}
          />
          <LoadingRows
            count={3}
            words="Opening Ardent Dental Group…"
            cancel={{ label: 'Cancel', onCancel: () => undefined }}
          />
          <RecoveryKeyCard
            recoveryKey="K7QM-2FWX-9RTA-HN4C-PZ3E-8VDY-LB6J-5GSU"
            texts={{
              label: 'Recovery key',
              copy: 'Copy',
              copied: 'Copied',
              print: 'Print',
              sheetTitle: 'Recovery key of Fernhill Security',
              sheetText: 'Whoever has this key can open the practice. Keep it where only you find it.',
            }}
          />
        </div>
        <ShortcutsSheet isOpen={dialog === 'keys'} onClose={close} title="Keys" commands={galleryCommands} />
        <ConfirmDialog
          isOpen={dialog === 'confirm'}
          onCancel={close}
          onConfirm={close}
          title="Revoke access?"
          confirm="Revoke access"
          cancel="Cancel"
        >
          Priya Nair loses access to Ardent Dental Group at once. 3 changes she had not sent stay on her device.
        </ConfirmDialog>
        <ConfirmDialog
          isOpen={dialog === 'delete'}
          onCancel={close}
          onConfirm={close}
          title="Delete Ardent Dental Group?"
          confirm="Delete client"
          cancel="Cancel"
          tone="danger"
          typeName={{ name: 'Ardent Dental Group', label: 'Type Ardent Dental Group to confirm' }}
          other={<Button variant="subtle">Hand over instead…</Button>}
        >
          This destroys the key of this client’s file. 142 controls, 96 evidence files and all history cannot be
          recovered by anyone.
        </ConfirmDialog>
      </Page>
    </GalleryFrame>
  )
}
