import type { Store } from '../storage/store.ts';
import type { Attribute } from './attribute.ts';
import type { Choice } from './choice.ts';
import type { Collection } from './collection.ts';
import { readAttributes, readChoices, readLists, readObjects, readWorkspace, type Workspace } from './read-schema.ts';
import type { WorkspaceList } from './workspace-list.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** The workspace's configuration, held in memory because every request asks it and few change it. */
export class Schema {
  objects: readonly WorkspaceObject[] = [];
  lists: readonly WorkspaceList[] = [];
  private attributesOf = new Map<number, Attribute[]>();
  private attributesById = new Map<string, Attribute>();
  private choicesOf = new Map<number, Choice[]>();
  private choicesById = new Map<string, Choice>();
  private known: Workspace | undefined;
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    this.reload();
  }

  /** Reads the configuration again; call it after every change of it. */
  reload(): void {
    const attributes = readAttributes(this.store);
    const choices = readChoices(this.store);
    this.objects = readObjects(this.store);
    this.lists = readLists(this.store);
    this.attributesOf = grouped(attributes, (attribute) => attribute.objectKey);
    this.attributesById = new Map(attributes.map((attribute) => [attribute.id, attribute]));
    this.known = readWorkspace(this.store);
    this.choicesOf = grouped(choices, (choice) => choice.attributeKey);
    this.choicesById = new Map(choices.map((choice) => [choice.id, choice]));
  }

  get workspace(): Workspace {
    if (!this.known) throw new Error('The database holds no workspace');
    return this.known;
  }

  object(slugOrId: string): WorkspaceObject | undefined {
    return this.objects.find((object) => object.slug === slugOrId || object.id === slugOrId);
  }

  objectByKey(key: number): WorkspaceObject {
    return existing(this.objects, key);
  }

  list(slugOrId: string): WorkspaceList | undefined {
    return this.lists.find((list) => list.slug === slugOrId || list.id === slugOrId);
  }

  listByKey(key: number): WorkspaceList {
    return existing(this.lists, key);
  }

  /** The object or list an attribute belongs to. */
  holder(attribute: Attribute): Collection {
    return existing<Collection>([...this.objects, ...this.lists], attribute.objectKey);
  }

  /** The attributes of an object or a list in the order of its columns, archived ones included. */
  attributes(collection: Collection): readonly Attribute[] {
    return this.attributesOf.get(collection.key) ?? [];
  }

  attribute(collection: Collection, slugOrId: string): Attribute | undefined {
    return this.attributes(collection).find((attribute) => attribute.slug === slugOrId || attribute.id === slugOrId);
  }

  /** The attribute that mirrors a two-sided relationship, if this is one. */
  mirror(attribute: Attribute): Attribute | undefined {
    return attribute.relationshipId === null ? undefined : this.attributesById.get(attribute.relationshipId);
  }

  choices(attribute: Attribute): readonly Choice[] {
    return this.choicesOf.get(attribute.key) ?? [];
  }

  /** A choice by exact title or id, archived ones included. */
  choice(attribute: Attribute, titleOrId: string): Choice | undefined {
    const choices = this.choices(attribute);
    return choices.find((choice) => choice.id === titleOrId) ?? choices.find((choice) => choice.title === titleOrId);
  }

  choiceById(id: string): Choice {
    const choice = this.choicesById.get(id);
    if (!choice) throw new Error(`No choice has id ${id}`);
    return choice;
  }
}

function existing<Kind extends Collection>(collections: readonly Kind[], key: number): Kind {
  const collection = collections.find((candidate) => candidate.key === key);
  if (!collection) throw new Error(`No collection of this kind has key ${key}`);
  return collection;
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
}
