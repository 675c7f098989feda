import { Command } from 'commander';

/** Makes a key and the hash to keep of it; handed in, as this folder knows nothing of keys. */
export type MakeKey = () => { readonly key: string; readonly sha256: string };

interface KeyOptions {
  readonly name: string;
  readonly role: string;
}

/** `dragoman key create`: the key is shown once, and kept nowhere. */
export function keyCommand(makeKey: MakeKey): Command {
  const command = new Command('key').description('API keys, of which only the hashes are kept');
  command
    .command('create')
    .description('make a key, and print it with the line for the configuration')
    .option('--name <name>', 'what the key is called in logs', 'dashboard')
    .option('--role <role>', 'the role that comes with it', 'analyst')
    .action(({ name, role }: KeyOptions) => {
      const { key, sha256 } = makeKey();
      process.stdout.write(
        [
          `The key, which is shown this once and kept nowhere:`,
          '',
          `    ${key}`,
          '',
          'The line for auth.apiKeys in the configuration:',
          '',
          `    - { name: ${JSON.stringify(name)}, sha256: "${sha256}", role: ${JSON.stringify(role)} }`,
          '',
          'It is sent with each request as “Authorization: Bearer KEY”.',
          '',
        ].join('\n'),
      );
    });
  return command;
}
