/** Headings that people give to the columns of their client lists, English and German, the surest first. */
import type { ClientField } from './client-columns.ts'

/** Lower case, with single spaces for dashes, dots and underscores, as `reduceHeading` leaves them. */
export const knownHeadings: { readonly [Field in ClientField]: readonly string[] } = {
  name: [
    ...['client name', 'client', 'customer name', 'customer', 'company name', 'company', 'organization name'],
    ...['organisation name', 'organization', 'organisation', 'account name', 'legal name', 'business name'],
    ...['kundenname', 'kunde', 'mandant', 'mandantenname', 'firmenname', 'firma', 'unternehmen', 'unternehmensname'],
    ...['organisationsname', 'name des unternehmens', 'name der firma', 'name'],
  ],
  externalId: [
    ...['external id', 'externalid', 'client id', 'customer id', 'customer number', 'customer no', 'client number'],
    ...[
      'account number',
      'account id',
      'reference',
      'externe id',
      'kundennummer',
      'kundennr',
      'kunden nr',
      'kunden id',
    ],
    ...['mandantennummer', 'id'],
  ],
  status: ['client status', 'status', 'kundenstatus'],
  industry: ['industry', 'sector', 'industry sector', 'vertical', 'branche', 'sektor', 'wirtschaftszweig', 'industrie'],
  subIndustry: [
    ...['sub industry', 'subindustry', 'sub sector', 'subsector', 'industry group', 'unterbranche', 'teilbranche'],
    ...['subbranche', 'branchengruppe'],
  ],
  employees: [
    ...['employees', 'number of employees', 'no of employees', 'employee count', 'headcount', 'staff', 'company size'],
    ...['mitarbeiter', 'mitarbeiterzahl', 'anzahl mitarbeiter', 'mitarbeitende', 'anzahl mitarbeitende'],
    ...['beschäftigte', 'anzahl beschäftigte'],
  ],
  location: [
    ...[
      'location',
      'headquarters',
      'headquarters location',
      'city',
      'town',
      'address',
      'standort',
      'hauptsitz',
      'sitz',
    ],
    ...['ort', 'stadt', 'anschrift', 'adresse'],
  ],
  country: ['country', 'country region', 'land', 'staat'],
  website: ['website', 'web site', 'web', 'homepage', 'url', 'domain', 'webseite', 'internetseite', 'internet'],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'schlagwörter', 'schlagworte', 'kategorien'],
  contactName: [
    ...['contact name', 'contact person', 'primary contact', 'main contact', 'contact', 'ansprechpartner'],
    ...['ansprechpartnerin', 'ansprechperson', 'kontaktperson', 'kontakt'],
  ],
  contactEmail: [
    ...['contact email', 'contact e mail', 'email', 'e mail', 'email address', 'e mail address', 'mail'],
    ...['kontakt email', 'kontakt e mail', 'e mail adresse', 'email adresse'],
  ],
}
