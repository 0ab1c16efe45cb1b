/**
 * `npm start`: builds the application, serves it on this machine only, prints its address, and opens it in the default
 * browser if there is a screen.
 */
import { build, preview } from 'vite';

await build({ logLevel: 'warn' });
await build({ configFile: 'vite.one-file.config.ts', logLevel: 'warn' });
const server = await preview({ preview: { host: '127.0.0.1', port: 4200, open: hasScreen() } });
console.log('\nThe Lazy MMU Visualiser is running. Stop it with Ctrl+C.');
server.printUrls();

function hasScreen() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
