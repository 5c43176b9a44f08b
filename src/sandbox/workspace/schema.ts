import type { Store } from '../storage/store.ts';
import type { Attribute } from './attribute.ts';
import type { Choice } from './choice.ts';
import { readAttributes, readChoices, readObjects, readWorkspace, type Workspace } from './read-schema.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** The workspace's configuration, held in memory because every request asks it and few change it. */
export class Schema {
  objects: readonly WorkspaceObject[] = [];
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
    const object = this.objects.find((candidate) => candidate.key === key);
    if (!object) throw new Error(`No object has key ${key}`);
    return object;
  }

  /** The attributes of an object in the order of its columns, archived ones included. */
  attributes(object: WorkspaceObject): readonly Attribute[] {
    return this.attributesOf.get(object.key) ?? [];
  }

  attribute(object: WorkspaceObject, slugOrId: string): Attribute | undefined {
    return this.attributes(object).find((attribute) => attribute.slug === slugOrId || attribute.id === slugOrId);
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

function grouped<Item>(items: readonly Item[], by: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
}
