/** What the checks of the setup say: how it is, and what to do about it. */
export const preflightWords = {
  unreadable: 'Not known while the attributes of deals cannot be read.',
  remedies: {
    deals_disabled: 'In Attio, open Settings, then Objects, and enable Deals.',
    attio_forbidden: (scope: string) => `Give the app (or the key) the scope ${scope}, and sign in again.`,
    again: 'Load this page again in a moment.',
  },
  deals: { ready: 'The Deals object is enabled, and its attributes can be read.' },
  token: {
    ready: 'The token works and has the scopes that deals need.',
    unsaid: 'The token works. Attio does not say which scopes it has.',
    lacks: (scopes: string) => `The token works, but lacks ${scopes}.`,
    add: 'Add this to the app in Attio (build.attio.com), or to the key, and sign in again.',
  },
  members: { ready: 'The members of the workspace can be read.' },
  required: {
    ready: 'The form can fill everything that Attio requires of a deal.',
    lacks: (titles: string) => `Attio requires ${titles}, which the form cannot fill. No deal can be created here.`,
    relax: 'Make it optional in Attio.',
    empty: (titles: string) => `Attio requires ${titles}, and there is nothing to choose. No deal can be created here.`,
    fill: 'In Attio, add an option, enable the object that it links to, or make it optional.',
    cut: (titles: string) => `The form can fill what Attio requires. ${titles} links to an object that is switched off.`,
    unmakeable: (objects: readonly { object: string; required: readonly string[] }[]) =>
      `The form can fill what Attio requires of a deal. ${objects
        .map(
          ({ object, required }) =>
            `New ${object} cannot be made with one: Attio requires ${required.map((title) => `“${title}”`).join(', ')} of them.`,
        )
        .join(' ')}`,
    relaxNew: 'Make it optional in Attio, or give it a default there, to enter new ones with a deal.',
    enable: 'Enable the object in Attio, in Settings, Objects, to have it filled in.',
  },
  stages: {
    ready: (count: number) => (count === 1 ? 'Deals have one open stage.' : `Deals have ${count} open stages.`),
    none: 'Deals have no open stage, so none can be created.',
    add: 'Add a stage to the attribute Deal stage in Attio, or restore one that is archived.',
  },
  protection: {
    marker: 'Attio itself refuses a second deal of one entry.',
    looking: 'Nothing is sent twice by itself; what went unanswered is looked for.',
    stronger: 'Attio can refuse second deals itself: see below.',
    fault: (slug: string) => `The attribute ${slug} is there, but cannot keep second deals out as it is.`,
    mend: 'See below what is wrong with it.',
  },
  clock: {
    agrees: 'The server’s clock agrees with Attio’s.',
    unknown: 'Attio has not told its time.',
    near: (distance: string) => `The server’s clock is ${distance} Attio’s. That is allowed for.`,
    far: (distance: string) => `The server’s clock is ${distance} Attio’s. Lost deals may not be found.`,
    set: 'Have the server’s clock set by NTP.',
    ahead: (words: string) => `${words} ahead of`,
    behind: (words: string) => `${words} behind`,
    seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  },
  rules: {
    none: 'No rules are set: deals need what Attio requires, and nothing else.',
    ready: (count: number) => (count === 1 ? 'The one rule holds.' : `All ${count} rules hold.`),
    fillsNothing: (number: number, title: string) => `Rule ${number}: what it fills ${title} with is not there any more.`,
    original: (slug: string) => `The field that keeps amounts in other currencies (${slug}) is not there any more.`,
    dead: (number: number, message: string) => `Rule ${number}: ${message}`,
    mend: 'An admin can change or remove it below.',
  },
};
