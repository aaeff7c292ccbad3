/** The first question of the first run. */
import { Button } from '@mantine/core'
import {
  IconArrowRight,
  IconCompass,
  IconDeviceLaptop,
  IconFolderOpen,
  IconLock,
  IconUsers,
  IconWifiOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import { StepRail } from '#renderer/components/wizard/step-rail.tsx'
import { FactList, WizardFrame, WizardTitle, WizardWay } from '#renderer/components/wizard/wizard-frame.tsx'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export const WizardScreen = () => {
  const [mode, setMode] = useState<'msp' | 'solo'>('msp')
  return (
    <WizardFrame
      product="SecurAtlas"
      railLabel="Set up"
      steps={
        <StepRail
          label="Steps"
          done="done"
          steps={[
            { id: 'mode', label: 'Choose mode', state: 'current' },
            { id: 'practice', label: 'Your practice', state: 'ahead' },
            { id: 'defaults', label: 'Defaults for clients', state: 'ahead' },
            { id: 'clients', label: 'Add clients', state: 'ahead' },
          ]}
        />
      }
      ways={
        <>
          <WizardWay icon={<IconCompass {...icon} />} label="Explore a sample practice" onChoose={() => undefined} />
          <WizardWay icon={<IconUsers {...icon} />} label="Join a team" onChoose={() => undefined} />
          <WizardWay icon={<IconFolderOpen {...icon} />} label="Open a data folder" onChoose={() => undefined} />
        </>
      }
      start="Step 1 of 4, about 3 minutes in all"
      end={<Button rightSection={<IconArrowRight size={15} stroke={1.6} aria-hidden />}>Continue</Button>}
    >
      <WizardTitle
        title="How will you use SecurAtlas?"
        help="You can start alone and become a practice later. Nothing has to be entered twice."
      />
      <OptionCards
        label="How will you use SecurAtlas?"
        value={mode}
        onChange={setMode}
        options={[
          {
            value: 'msp',
            title: 'For many clients',
            text: 'MSP, virtual CISO or consultancy. One practice above, one isolated workspace for each client, and a portfolio across all of them.',
          },
          {
            value: 'solo',
            title: 'For my own organization',
            text: 'One organization, one workspace. The same controls, risks, evidence and audit packs, without the portfolio.',
          },
        ]}
      />
      <FactList
        facts={[
          {
            icon: <IconDeviceLaptop {...icon} />,
            text: 'Everything is stored on this computer. No account and no server is needed.',
          },
          { icon: <IconLock {...icon} />, text: 'Each client is one encrypted file with its own key.' },
          {
            icon: <IconWifiOff {...icon} />,
            text: 'All of it works offline. A team can share it later through a sync server.',
          },
        ]}
      />
    </WizardFrame>
  )
}
