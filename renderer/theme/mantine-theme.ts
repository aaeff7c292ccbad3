/** Mantine's theme: its values, and for each of its parts that we use the class and the defaults that it gets. */
import { createTheme, type MantineThemeOverride } from '@mantine/core'
import controls from './mantine-controls.module.css'
import layers from './mantine-layers.module.css'
import { mantineValues } from './mantine-values.ts'
import { motion } from './size-tokens.ts'

const popoverMotion = {
  transition: 'pop',
  duration: motion.popover,
  exitDuration: motion.popover / 2,
  timingFunction: 'ease-out',
} as const
const dialogMotion = {
  ...popoverMotion,
  transition: 'fade-down',
  duration: motion.dialog,
  exitDuration: motion.dialog / 2,
}

const wrapper = {
  root: controls.fieldRoot,
  label: controls.label,
  description: controls.help,
  error: controls.error,
}
const field = { classNames: { ...wrapper, input: controls.input, section: controls.section } }
const dropdown = {
  classNames: {
    ...field.classNames,
    dropdown: layers.dropdown,
    option: layers.option,
    empty: layers.empty,
  },
  defaultProps: {
    comboboxProps: { shadow: 'md', transitionProps: popoverMotion, offset: 4 },
    checkIconPosition: 'right',
  },
}
// The frame itself never scrolls, and the lock would need a style element of its own.
const dialog = {
  lockScroll: false,
  transitionProps: dialogMotion,
  shadow: 'md',
  radius: 'md',
  overlayProps: { backgroundOpacity: 1, color: 'var(--scrim)' },
}

export const mantineTheme: MantineThemeOverride = createTheme({
  ...mantineValues,
  components: {
    Button: {
      classNames: { root: controls.button, label: controls.buttonLabel, section: controls.buttonSection },
      defaultProps: { size: 'sm', variant: 'filled' },
    },
    ActionIcon: { classNames: { root: controls.iconButton }, defaultProps: { variant: 'subtle', size: 30 } },
    CloseButton: { classNames: { root: controls.iconButton } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Input: { classNames: { input: controls.input, section: controls.section } },
    InputWrapper: { classNames: wrapper },
    TextInput: field,
    PasswordInput: {
      classNames: { ...field.classNames, innerInput: controls.innerInput, visibilityToggle: controls.iconButton },
    },
    NumberInput: { ...field, defaultProps: { hideControls: true } },
    Textarea: field,
    Select: dropdown,
    Autocomplete: dropdown,
    MultiSelect: dropdown,
    TagsInput: dropdown,
    FileInput: field,
    Checkbox: {
      defaultProps: { size: 'xs', radius: 4 },
      classNames: { input: controls.check, label: controls.choiceLabel, description: controls.help },
    },
    Radio: {
      defaultProps: { size: 'xs' },
      classNames: { radio: controls.check, label: controls.choiceLabel, description: controls.help },
    },
    Switch: {
      classNames: {
        track: controls.track,
        thumb: controls.thumb,
        label: controls.choiceLabel,
        description: controls.help,
      },
      defaultProps: { withThumbIndicator: false },
    },
    SegmentedControl: {
      classNames: { root: controls.segments, label: controls.segment, indicator: controls.segmentMark },
      defaultProps: { transitionDuration: 0, withItemsBorders: true },
    },
    Progress: { classNames: { root: controls.progress, section: controls.progressBar }, defaultProps: { size: 6 } },
    Tooltip: {
      classNames: { tooltip: layers.tooltip },
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: motion.hover },
        events: { hover: true, focus: true, touch: false },
        withArrow: false,
        offset: 6,
      },
    },
    Popover: {
      classNames: { dropdown: layers.dropdown },
      defaultProps: { shadow: 'md', transitionProps: popoverMotion, radius: 'md' },
    },
    Menu: {
      classNames: {
        dropdown: layers.menu,
        item: layers.menuItem,
        itemSection: layers.menuSection,
        label: layers.menuLabel,
        divider: layers.menuDivider,
      },
      defaultProps: {
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        transitionProps: popoverMotion,
        offset: 4,
        radius: 'md',
      },
    },
    Modal: {
      classNames: {
        content: layers.dialog,
        header: layers.dialogHeader,
        title: layers.dialogTitle,
        body: layers.dialogBody,
      },
      defaultProps: { ...dialog, size: 440, centered: true, withCloseButton: false },
    },
    Drawer: { defaultProps: dialog },
  },
})
