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
  moreFields: (count: number) => `More fields (${count})`,
  choose: (title: string) => `Choose ${title}`,
  chooseNothing: 'None',

  date: {
    placeholder: 'fri, 30 nov, +2w',
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
    found: (count: number) => (count === 1 ? '1 entry. Down arrow to reach it.' : `${count} entries. Down arrow to reach them.`),
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
  },

  fixThese: (count: number) => (count === 1 ? 'One field needs a look.' : `${count} fields need a look.`),
  notSent: 'Nothing was sent.',
  attioSaid: (message: string) => `Attio said: ${message}`,
  requestId: (id: string) => `Request ${id}`,
  details: 'Details',

  sending: {
    now: 'Sending…',
    locked: 'Locked until we know',
    keep: 'Kept on this device',
    accepted: 'Kept by Dealslip',
  },
  startAnother: 'Start another deal',
  accepted: {
    soon: 'Accepted. Sending soon.',
    queue: 'Accepted. Waiting its turn.',
    attio_busy: 'Accepted. Attio is busy, sending soon.',
    attio_unreachable: 'Accepted. Attio is out of reach, sending when it is back.',
    ahead: (count: number) => `Sent after ${count === 1 ? '1 other' : `${count} others`}.`,
    text: 'You can close this page: the deal goes out by itself, once.',
    cancel: 'Cancel',
  },
  blocked: {
    sign_in: {
      title: 'Sign in again to finish sending. Nothing is lost.',
      text: 'Attio no longer accepts your sign-in. The deal goes out, once, after you signed in.',
    },
    permission: {
      title: 'Attio does not let this deal in.',
      text: 'You, or this app, lack a right in the workspace: ask an admin. The deal is kept, and tried again by itself.',
    },
    key: {
      title: 'Attio does not accept the API key.',
      text: 'Whoever runs Dealslip has to look. The deal is kept, and goes out, once, when the key is accepted again.',
    },
    retry: 'Try now',
  },
  unknown: {
    title: 'Attio did not answer.',
    text: 'Checking whether the deal was created – please do not enter it again. You can close this page.',
  },
  checking: {
    title: 'We could not confirm this deal.',
    text: 'Attio never answered, and we have not found the deal. Nothing is sent again until you decide.',
    textWithCandidates: 'Attio never answered. Is it one of these? Nothing is sent again until you decide.',
    found: (count: number) => (count === 1 ? 'One deal may be it.' : `${count} deals may be it.`),
    candidates: 'Deals that may be it',
    look: 'Look in Attio',
    unnamed: 'A deal without a name',
    createdAt: (when: string) => `created ${when}`,
    ours: 'made by Dealslip',
    notOurs: 'made elsewhere',
    bind: 'This is it',
    sendAgain: 'It is not there, send again',
    leave: 'Leave it',
    sure: 'Send it again?',
    twice: 'If the deal turns up later, Attio will have two. Look in Attio first.',
    safe: 'Nothing can double: if the deal is there after all, Attio itself refuses a second one.',
    sendNow: 'Send again',
    back: 'Back',
    failed: 'Dealslip did not answer, so your choice may not have arrived. Choose again.',
  },
  nextLook: {
    soon: 'We look again in a moment.',
    at: (when: string) => `We look again by ourselves at ${when}.`,
  },
  seeMine: 'See it under My deals',
  dismissed: {
    title: 'You left this deal.',
    text: 'It may be in Attio: look there before you enter it again. Nothing more is sent of it.',
    anew: 'Enter it anew',
    cancelled: 'Cancelled. Nothing was sent.',
  },
  lost: {
    title: 'We could not confirm this deal, and it cannot be sent again.',
    text: 'It may be in Attio: look there before you enter it again.',
  },
  duplicates: {
    title: 'Attio has two deals for this entry.',
    many: (count: number) => `Attio has ${count} deals for this entry.`,
    text: 'Keep one, and delete or merge the others in Attio. We never delete.',
    shown: 'The deal shown here',
    other: (number: number) => `Deal ${number}`,
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
  otherMember: {
    title: 'Somebody else is signed in now.',
    text: 'This deal was written by another member and was not sent. It is kept for them on this device.',
    sentText: 'This deal is another member’s, and may have been sent. It is kept for them on this device.',
    action: 'Write as yourself',
  },
  formChanged: {
    title: 'The form has changed in Attio since you opened it.',
    text: 'Nothing was sent, and what you entered is kept.',
    action: 'Show the new form',
  },
  refused: {
    title: 'Attio did not take the deal.',
  },
  unsupported: (titles: string) =>
    `This workspace requires ${titles}, which this form cannot fill yet. An admin can make it optional in Attio; until then deals cannot be created here.`,
  unexpected: {
    title: 'The deal was not sent.',
    text: 'Dealslip could not take it. It is kept on this device; try again.',
  },

  signIn: {
    title: 'Enter a deal in fifteen seconds',
    text: 'Sign in with Attio once; then it is company, name, value, and done. Every deal arrives exactly once, with its link.',
    action: 'Sign in with Attio',
    sandbox: 'This is the sandbox: choose any member on the next page, no password needed.',
  },
  submissions: {
    title: 'My deals',
    text: 'What you sent from here, newest first.',
    loading: 'Loading your deals…',
    sendingText: 'On its way to Attio. You can close this page.',
  },
  setup: {
    title: 'Setup',
    loading: 'Loading…',
    failed: 'The setup could not be loaded.',
    retry: 'Try again',
    protection: 'Duplicate protection',
    marker: {
      title: 'On: Attio itself refuses a second one.',
      text: 'Each deal carries a key that no other deal of the workspace may have. When Attio does not answer, the deal is sent again without danger, and nobody needs to look.',
    },
    look_up: {
      title: 'By looking: nothing is sent twice by itself.',
      text: 'When Attio does not answer, the deal is looked for. If it cannot be found for certain, whoever sent it is asked to decide.',
    },
    fault: (slug: string) => `The deals of this workspace have an attribute with the slug ${slug}, but it cannot serve:`,
    faults: {
      not_text: 'it is not of the type text. Delete it in Attio, then turn the protection on here.',
      not_unique: 'its values are not unique. Make it unique in Attio, or delete it and turn the protection on here.',
      archived: 'it is archived. Restore it in Attio, or delete it and turn the protection on here.',
      not_writable: 'it cannot be written. Delete it in Attio, then turn the protection on here.',
    },
    turnOn: 'Let Attio refuse second deals',
    turningOn: 'Turning on…',
    turnOnText: (slug: string) =>
      `Stronger: each deal carries a key, and Attio itself refuses a second one. This adds the attribute “${slug}” (text, unique) to the deals of this workspace.`,
    askAdmin: 'An admin of the workspace can turn on the stronger protection here.',
    turnOnFailed: 'It was not turned on.',
    noAnswer: 'Dealslip did not answer. Try again: nothing is added twice.',
    alternative:
      'This app may not change attributes (it lacks the scope object_configuration:read-write). Whoever runs Dealslip can add it with an API key that may:',
    command: 'npm run setup-marker',
  },
  trouble: {
    title: 'This page cannot be drawn right now',
    retry: 'Try again',
  },
  documentTitle: (page: string) => `${page} · Dealslip`,
};
