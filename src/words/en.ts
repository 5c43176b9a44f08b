/** Every sentence of the product, in English. Short and active: what happened, what it means for the deal, what to do. */
export const en = {
  product: 'Dealslip',
  yes: 'Yes',
  no: 'No',
  optional: 'optional',
  you: 'you',
  me: 'me',

  sandboxBanner: 'Sandbox workspace: nothing here reaches Attio.',
  signOut: 'Sign out',
  keyMode: 'One API key serves this workspace.',

  newDeal: 'New deal',
  savedAsYouType: 'Saved as you type.',
  showsTheKeys: 'shows the keys.',
  createDeal: 'Create deal',
  pasteDeal: 'Paste a deal',
  moreFields: (count: number) => `More fields (${count})`,
  choose: (title: string) => `Choose ${title}`,
  chooseNothing: 'None',
  tabTakes: (text: string) => `Tab takes the suggestion: ${text}`,
  severalNumbers: '1200; 4500',
  takeSuggestion: (text: string) => `Use “${text}”`,
  take: 'Use',
  suggestedName: (company: string, month: string) => `${company} – ${month}`,

  date: {
    placeholder: 'fri, 30 nov, +2w',
    several: 'fri; 30 nov; +2w',
    open: 'Open the calendar',
    calendar: 'Calendar',
  },

  draft: {
    saved: 'Draft saved',
    cannotSave: 'This browser keeps no drafts',
  },

  keys: {
    title: 'Keys',
    show: 'Show these keys',
  },

  picker: {
    remove: (name: string) => `Remove ${name}`,
    chosen: (names: string) => `Chosen: ${names}.`,
    searching: 'Searching…',
    none: (text: string) => (text ? `Nothing in Attio fits “${text}”.` : 'Nothing here yet. Type to search.'),
    failed: 'The list could not be loaded. Type again to retry.',
    found: (count: number) => (count === 1 ? '1 entry.' : `${count} entries.`),
    picked: (name: string) => `${name} chosen.`,
    removed: (name: string) => `${name} removed.`,
    at: (company: string) => `At ${company}`,
    elsewhere: 'Elsewhere',
    recent: 'Recently added',
    companies: 'Search by name or domain',
    people: 'Search by name or e-mail',
    members: 'Name or e-mail',
    records: 'Search',
    options: 'Choose',
    notThere: 'Not in Attio yet',
    isNew: 'new',
    more: (count: number) => `${count.toLocaleString('en')} more. Type to narrow them down.`,
    create: (text: string) => (text ? `Create “${text}”` : 'Create a new one'),
    /** Where a field takes either. */
    createOf: {
      companies: (text: string) => `Create company “${text}”`,
      people: (text: string) => `Create person “${text}”`,
    },
  },

  fixThese: (count: number) => (count === 1 ? 'One field needs a look.' : `${count} fields need a look.`),
  notSent: 'Nothing was sent.',

  sending: {
    now: 'Sending…',
    locked: 'Locked until we know',
    keep: 'Kept on this device',
    accepted: 'Kept by Dealslip',
  },
  offline: {
    title: 'No connection.',
    sent: 'The deal is kept on this device and goes out by itself, once, when you are online.',
    change: 'Change it',
    writing: 'Offline. Deals wait on this device.',
    known: 'Known on this device',
  },
  startAnother: 'Start another deal',
  dismissed: {
    cancelled: 'Cancelled. Nothing was sent.',
  },
  unreachable: {
    title: 'No connection to Dealslip.',
    text: 'Your deal is kept on this device and goes out by itself, once, when the connection is back.',
    retry: 'Try now',
  },
  busy: {
    title: 'Attio is busy or out of reach.',
    text: 'Nothing is lost: your deal goes out by itself in a moment.',
  },
  partMissing: {
    title: 'This part of the page could not be loaded.',
    text: 'Nothing is lost. Load the page again when the connection is back.',
    action: 'Load again',
  },
  signInAgain: {
    title: 'Sign in again to finish.',
    text: 'The session has ended. Nothing is lost: your deal is kept on this device.',
    action: 'Sign in again',
  },
  refused: {
    title: 'Attio did not take the deal.',
  },
  notWritable: (titles: string) => `Cannot be entered here: ${titles}.`,
  nothingToChoose: (titles: string) =>
    `This workspace requires ${titles}, and there is nothing to choose for it. An admin can add or open choices in Attio, or make it optional; until then deals cannot be created here.`,
  unsupported: (titles: string) =>
    `This workspace requires ${titles}, which this form cannot fill yet. An admin can make it optional in Attio; until then deals cannot be created here.`,

  leftOut: {
    nothing: 'Not asked for at this stage.',
    kept: (text: string) => `Not sent at this stage: ${text}`,
  },

  submissions: {
    title: 'My deals',
    text: 'What you sent from here, newest first.',
    loading: 'Loading your deals…',
  },
  setup: {
    title: 'Setup',
    loading: 'Loading…',
  },
  preferences: {
    title: 'Preferences',
  },
  links: {
    title: 'Links',
  },
};
