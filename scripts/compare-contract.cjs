// `node scripts/compare-contract.cjs <contract.graphql> <schema.graphql>`
// What the schema has of the contract must be the same; what it lacks is listed as "not yet"; what it adds is free,
// unless it breaks a client that knows the contract only (a new required argument, a new enum value).
'use strict';

const { readFileSync } = require('node:fs');
const { Kind, parse, print } = require('graphql');

const FEDERATION = ['key', 'shareable'];
const differences = [];
const notYet = [];

const byName = (nodes = []) => new Map(nodes.map((node) => [node.name.value, node]));
const printed = (node) => (node ? print(node) : 'none');
const list = (values) => [...values].sort().join(' ') || 'none';

/** Type definitions by name, with what `extend type` adds to them. */
function readTypes(file) {
  const types = new Map();
  for (const node of parse(readFileSync(file, 'utf8'), { noLocation: true }).definitions) {
    const kind = node.kind.replace('Extension', 'Definition');
    if (!node.name || !kind.endsWith('TypeDefinition')) continue;
    const known = types.get(node.name.value);
    const join = (key) => [...(known?.[key] ?? []), ...(node[key] ?? [])];
    types.set(node.name.value, {
      name: node.name.value,
      kind,
      fields: join('fields'),
      values: join('values'),
      members: join('types'),
      interfaces: join('interfaces'),
      directives: join('directives'),
    });
  }
  return types;
}

function expectSame(place, what, wanted, found) {
  if (wanted !== found) differences.push(`${place}: ${what} is ${found}, the contract says ${wanted}`);
}

/** `@key(fields: "name")`, with the arguments in a fixed order; other directives are the project's own business. */
function federationDirectives(node) {
  const relevant = (node.directives ?? []).filter((directive) => FEDERATION.includes(directive.name.value));
  const written = ({ name, arguments: args }) =>
    args?.length ? `@${name.value}(${args.map(print).sort().join(', ')})` : `@${name.value}`;
  return list(relevant.map(written));
}

/** Compares arguments or input fields: the ones that both have, and the extra ones that a client would have to give. */
function compareInputs(place, wanted, found) {
  const foundByName = byName(found);
  const wantedByName = byName(wanted);
  for (const [name, node] of wantedByName) {
    const other = foundByName.get(name);
    if (!other) {
      notYet.push(`${place}(${name})`);
      continue;
    }
    expectSame(`${place}(${name})`, 'type', print(node.type), print(other.type));
    expectSame(`${place}(${name})`, 'default', printed(node.defaultValue), printed(other.defaultValue));
  }
  for (const [name, node] of foundByName) {
    if (!wantedByName.has(name) && node.type.kind === Kind.NON_NULL_TYPE && !node.defaultValue) {
      differences.push(`${place}(${name}): is required, and the contract does not know it`);
    }
  }
}

function compareFields(wanted, found) {
  const foundByName = byName(found.fields);
  for (const [name, field] of byName(wanted.fields)) {
    const place = `${wanted.name}.${name}`;
    const other = foundByName.get(name);
    if (!other) {
      notYet.push(place);
      continue;
    }
    expectSame(place, 'type', print(field.type), print(other.type));
    expectSame(place, 'federation', federationDirectives(field), federationDirectives(other));
    compareInputs(place, field.arguments, other.arguments);
  }
}

function compareType(wanted, found) {
  const place = wanted.name;
  expectSame(place, 'kind', wanted.kind, found.kind);
  expectSame(place, 'federation', federationDirectives(wanted), federationDirectives(found));
  expectSame(place, 'set of values', list(byName(wanted.values).keys()), list(byName(found.values).keys()));
  expectSame(place, 'set of members', list(byName(wanted.members).keys()), list(byName(found.members).keys()));
  for (const name of byName(wanted.interfaces).keys()) {
    if (!byName(found.interfaces).has(name)) notYet.push(`${place} implements ${name}`);
  }
  if (wanted.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) compareInputs(place, wanted.fields, found.fields);
  else compareFields(wanted, found);
}

const [contractFile, schemaFile] = process.argv.slice(2);
if (!schemaFile) {
  console.error('usage: node scripts/compare-contract.cjs <contract.graphql> <schema.graphql>');
  process.exit(1);
}
const schema = readTypes(schemaFile);
for (const [name, wanted] of readTypes(contractFile)) {
  const found = schema.get(name);
  if (found) compareType(wanted, found);
  else notYet.push(name);
}

if (notYet.length > 0) console.log(`not yet: ${notYet.join(', ')}`);
for (const difference of differences) console.error(`differs: ${difference}`);
console.log(`contract: ${differences.length} differences, ${notYet.length} parts not yet there`);
process.exitCode = differences.length > 0 ? 1 : 0;
