import type { Store } from '../storage/store.ts';

/** A person who can sign in to the workspace. */
export type Member = {
  id: string;
  firstName: string;
  lastName: string;
  emailAddress: string;
  accessLevel: 'admin' | 'member' | 'suspended';
  createdAt: string;
};

type MemberRow = {
  member_id: string;
  first_name: string;
  last_name: string;
  email_address: string;
  access_level: Member['accessLevel'];
  created_at: string;
};

/** The people of the workspace. Suspended ones stay in the list (docs.attio.com/rest-api/endpoint-reference/workspace-members). */
export class Members {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  all(): Member[] {
    return this.store.all<MemberRow>('SELECT * FROM members ORDER BY rowid').map(fromRow);
  }

  byId(id: string): Member | undefined {
    const row = this.store.get<MemberRow>('SELECT * FROM members WHERE member_id = ?', id);
    return row && fromRow(row);
  }

  byEmailAddress(emailAddress: string): Member | undefined {
    const row = this.store.get<MemberRow>('SELECT * FROM members WHERE email_address = ?', emailAddress.toLowerCase());
    return row && fromRow(row);
  }

  add(member: Member): void {
    this.store.run(
      'INSERT INTO members (member_id, first_name, last_name, email_address, access_level, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      member.id,
      member.firstName,
      member.lastName,
      member.emailAddress.toLowerCase(),
      member.accessLevel,
      member.createdAt,
    );
  }

  suspend(member: Member): void {
    this.store.run("UPDATE members SET access_level = 'suspended' WHERE member_id = ?", member.id);
  }
}

function fromRow(row: MemberRow): Member {
  return {
    id: row.member_id,
    firstName: row.first_name,
    lastName: row.last_name,
    emailAddress: row.email_address,
    accessLevel: row.access_level,
    createdAt: row.created_at,
  };
}
