/** The last step of a practice: its first clients. What was typed or loaded stays while one looks at another way. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientsByHand } from './clients-by-hand.tsx'
import { ClientsChoice, type ClientsWay } from './clients-choice.tsx'
import { ClientsFromFile } from './clients-from-file.tsx'
import { useImport } from '../imports/use-import.ts'
import { ClientTakenOver } from './client-taken-over.tsx'
import { useTakeOver } from '../leaving/use-take-over.ts'
import { useTypedClients } from './use-typed-clients.ts'

export const ClientsStep = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation('firstRun')
  const [way, setWay] = useState<ClientsWay>('hand')
  const [isChosen, setChosen] = useState(false)
  const typed = useTypedClients(t)
  const list = useImport()
  const takeOver = useTakeOver()
  const goBack = (): void => setChosen(false)
  if (!isChosen) {
    return <ClientsChoice way={way} onChoose={setWay} onNext={() => (way === 'later' ? onDone() : setChosen(true))} />
  }
  if (way === 'takeOver') return <ClientTakenOver takeOver={takeOver} onBack={goBack} onDone={onDone} />
  return way === 'file' ? (
    <ClientsFromFile list={list} onBack={goBack} onDone={onDone} />
  ) : (
    <ClientsByHand typed={typed} onBack={goBack} onDone={onDone} />
  )
}
