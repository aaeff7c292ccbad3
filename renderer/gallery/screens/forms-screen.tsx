/** Every field in every state; the fields of records save to a store that can be told to fail. */
import { Button, Checkbox, Switch } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { MoneyField } from '#renderer/components/fields/money-field.tsx'
import { NumberField } from '#renderer/components/fields/number-field.tsx'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { RecordMoneyField, RecordSelectField, RecordTextField } from '#renderer/components/fields/record-fields.tsx'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { TextAreaField, TextField } from '#renderer/components/fields/text-field.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import cells from './cells.module.css'
import { GalleryFrame } from './gallery-frame.tsx'

const texts = { pending: 'Saving…', saved: 'Saved on this device', retry: 'Try again' }
const industries = [
  { value: 'health', label: 'Health care' },
  { value: 'finance', label: 'Finance and insurance' },
  { value: 'retail', label: 'Retail' },
] as const

export const FormsScreen = () => {
  const [fails, setFails] = useState(false)
  const [isThere, setThere] = useState(true)
  // Takes the field away as a panel does that is closed by a key: with the cursor still in it.
  useHotkeys([['F2', () => setThere((was) => !was)]], [])
  const [name, setName] = useState('Ardent Dental Group')
  const [industry, setIndustry] = useState<'health' | 'finance' | 'retail' | undefined>('health')
  const [revenue, setRevenue] = useState<number | undefined>(120_000_000)
  const [plain, setPlain] = useState('')
  const [count, setCount] = useState<number | undefined>(1200)
  const [day, setDay] = useState<string | undefined>('2026-12-04')
  const [phrase, setPhrase] = useState('')
  const keep =
    <Value,>(set: (value: Value) => void) =>
    async (value: Value) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      if (fails) return { ok: false, reason: 'Not saved: the disk is full. Free some space, then try again.' } as const
      set(value)
      return { ok: true } as const
    }
  return (
    <GalleryFrame current="forms">
      <Page header={<Header title="Fields" />}>
        <div className={cells.form}>
          <Switch label="Saving fails" checked={fails} onChange={(event) => setFails(event.currentTarget.checked)} />
          {isThere && (
            <RecordTextField
              label="Name"
              value={name}
              save={keep(setName)}
              texts={texts}
              check={(value) => (value.trim() === '' ? 'Give the client a name' : undefined)}
            />
          )}
          <RecordSelectField
            label="Industry"
            value={industry}
            save={keep(setIndustry)}
            texts={texts}
            options={industries}
          />
          <RecordMoneyField
            label="Revenue"
            help="A year, before tax."
            value={revenue}
            save={keep(setRevenue)}
            texts={texts}
            currency="USD"
          />
          <output aria-label="Stored">{JSON.stringify({ name, industry, revenue })}</output>
          <TextField
            label="Website"
            optional="optional"
            help="Where the client’s own page is."
            value={plain}
            onChange={setPlain}
            input={{ placeholder: 'https://' }}
          />
          <TextField
            label="Contact email"
            value="mara"
            onChange={() => undefined}
            error="Use an address such as name@example.org"
          />
          <TextAreaField label="About" value="Three clinics, one server room." onChange={() => undefined} />
          <NumberField label="Employees" value={count} onChange={setCount} min={1} />
          <MoneyField label="Budget" value={4_500_000} onChange={() => undefined} currency="EUR" />
          <SelectField
            label="Sector"
            value={undefined}
            onChange={() => undefined}
            options={industries}
            placeholder="Choose a sector"
          />
          <DateField
            label="Due"
            value={day}
            onChange={setDay}
            unreadable="Use a date such as 4 Dec or +2w"
            calendar="Open the calendar"
          />
          <PassphraseField
            label="Passphrase"
            help="At least 12 characters; a few words are easier to keep than signs."
            value={phrase}
            onChange={setPhrase}
            texts={{ show: 'Show passphrase', hide: 'Hide passphrase' }}
            strength={{ tooShort: 'Too short', fair: 'Fair', good: 'Good', strong: 'Strong' }}
          />
          <Checkbox label="I have written the recovery key down" />
          <Button disabled>Continue</Button>
        </div>
      </Page>
    </GalleryFrame>
  )
}
