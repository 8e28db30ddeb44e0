import { parseServer, type ServerProblem } from './parse-server';

/** More would be tried for minutes before a round is done. */
const MOST_FURTHER_SERVERS = 7;
/** As much text as an expression is given to read. */
export const LONGEST_SERVER_LIST = 2000;

/** What is wrong with the list of further servers; the line that is to blame where it is one. */
export interface ServerListProblem {
  readonly problem: ServerProblem | 'too-many-servers';
  readonly line: string | null;
}

/** The servers of a list with one in a line, each as good as the first; those named twice once. */
export function parseFurtherServers(
  text: string,
): { readonly value: readonly string[] } | ServerListProblem {
  const servers = new Set<string>();

  for (const line of text.split(/[\r\n]+/).map((part) => part.trim())) {
    const parsed = line === '' ? null : parseServer(line);

    if (parsed !== null && 'problem' in parsed) {
      return { problem: parsed.problem, line };
    }
    if (parsed !== null) {
      servers.add(parsed.value);
    }
  }

  return servers.size > MOST_FURTHER_SERVERS
    ? { problem: 'too-many-servers', line: null }
    : { value: [...servers] };
}
