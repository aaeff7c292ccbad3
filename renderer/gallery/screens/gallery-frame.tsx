/** The frame around the gallery's screens: its rows are the screens themselves. */
import {
  IconBuilding,
  IconCloudOff,
  IconDeviceLaptop,
  IconForms,
  IconLayoutDashboard,
  IconLayoutSidebarRight,
  IconList,
  IconLock,
  IconSettings,
  IconSparkles,
  IconWand,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { JobLine } from '#renderer/components/feedback/job-line.tsx'
import { AppFrame } from '#renderer/components/frame/app-frame.tsx'
import { ClientSwitcher } from '#renderer/components/frame/client-switcher.tsx'
import { SidebarRow } from '#renderer/components/frame/sidebar-row.tsx'
import { SidebarGroup, SidebarRows, SidebarSearch } from '#renderer/components/frame/sidebar.tsx'
import { StatusBar, StatusItem } from '#renderer/components/frame/status-bar.tsx'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { ProductMark } from '#renderer/components/identity/product-mark.tsx'
import { GalleryPalette, galleryPalette } from './gallery-palette.tsx'

const rows = [
  { id: 'parts', label: 'Parts', icon: IconSparkles },
  { id: 'dashboard', label: 'Dashboard', icon: IconLayoutDashboard },
  { id: 'list', label: 'Clients', icon: IconBuilding, count: '10,000' },
  { id: 'panel', label: 'Controls', icon: IconLayoutSidebarRight, count: '142' },
  { id: 'forms', label: 'Fields', icon: IconForms },
  { id: 'empty', label: 'Empty', icon: IconList },
  { id: 'damaged', label: 'Damaged', icon: IconSettings },
  { id: 'wizard', label: 'Wizard', icon: IconWand },
] as const

const openClients = ['Ardent Dental Group', 'Birchway Logistics', 'Calder Foods', 'Dunmore Engineering']

export const GalleryFrame = ({ current, children }: { readonly current: string; readonly children: ReactNode }) => (
  <AppFrame
    labels={{ navigation: 'Gallery', skipToContent: 'Skip to content' }}
    sidebar={
      <>
        <ClientSwitcher mark={<ProductMark />} name="Fernhill Security" action="Switch practice" />
        <SidebarSearch label="Search or run" keys="Mod+K" onOpen={galleryPalette.open} />
        <SidebarRows>
          <SidebarGroup>
            {rows.map(({ id, label, icon: Icon, ...row }) => (
              <SidebarRow
                key={id}
                href={`#${id}`}
                icon={<Icon size={16} stroke={1.6} aria-hidden />}
                label={label}
                count={'count' in row ? row.count : undefined}
                aria-current={id === current ? 'page' : undefined}
              />
            ))}
          </SidebarGroup>
          <SidebarGroup label="Open clients">
            {openClients.map((name) => (
              <SidebarRow key={name} href="#panel" icon={<Monogram name={name} kind="client" />} label={name} />
            ))}
          </SidebarGroup>
        </SidebarRows>
      </>
    }
    status={
      <StatusBar
        start={
          <>
            <StatusItem icon={<IconDeviceLaptop size={14} stroke={1.6} aria-hidden />}>
              All changes saved on this device · no sync server set up
            </StatusItem>
            <JobLine words="Re-simulating exposure, 412 of 503 clients" done={412 / 503} onOpen={() => undefined} />
            <StatusItem icon={<IconCloudOff size={14} stroke={1.6} aria-hidden />} onOpen={() => undefined}>
              <strong>Offline</strong> · everything is saved on this device
            </StatusItem>
          </>
        }
        end={
          <>
            <StatusItem icon={<IconLock size={14} stroke={1.6} aria-hidden />}>Encrypted on this device</StatusItem>
            <StatusItem>Mara Lindqvist · owner</StatusItem>
          </>
        }
      />
    }
  >
    {children}
    <GalleryPalette />
  </AppFrame>
)
