// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal and resolves with its exit code; a signal counts as 1.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<number>}
 */
export function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs npm with the Node that runs this, so that one Node serves a whole command however it was chosen.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNpm(args, env) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, ...args], env);
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, env);
}

/**
 * Runs the command-line program of an installed package with this Node.
 * @param {string} path below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const runInstalled = (path, args, env) => runCommand(process.execPath, [`node_modules/${path}`, ...args], env);
