/** The words of the list of my deals that only that page needs. */
export const myDealsWords = {
  filter: {
    show: 'Show',
    groups: { all: 'All', open: 'Open', created: 'Created', not_created: 'Not created' },
    name: 'Find by name',
  },
  /** How many deals a filter leaves; `isMore`: there are further ones behind those that are shown. */
  count(count: number, isMore: boolean): string {
    if (isMore) return `The newest ${count} deals`;
    return count === 1 ? '1 deal' : `${count} deals`;
  },
  noneLikeIt: {
    title: 'No deal like that',
    named: (name: string) => `Nothing you sent is called “${name}”.`,
    namedInGroup: (name: string, group: string) => `Nothing under “${group}” is called “${name}”.`,
    inGroup: (group: string) => `Nothing you sent is under “${group}”.`,
    showAll: 'Show all deals',
  },
};
