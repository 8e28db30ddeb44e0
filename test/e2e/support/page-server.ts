import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Web pages on loopback, as any site would serve them: content scripts run there. */
export class PageServer {
  readonly #pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const page = this.#pages.get(request.url ?? '');

      response.writeHead(page === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...page?.headers,
      });
      response.end(page?.html ?? 'Not found');
    });
  }

  static async start(): Promise<PageServer> {
    const server = createServer();

    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });

    return new PageServer(server);
  }

  /** Serves a page and returns its address. */
  add(html: string, headers: Readonly<Record<string, string>> = {}): string {
    const path = `/page-${this.#pages.size + 1}`;

    this.#pages.set(path, { html, headers });

    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
