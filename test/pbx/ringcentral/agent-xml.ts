import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** What a message about a call says. */
export interface AgentXml {
  readonly hdr: Readonly<Record<string, string>>;
  readonly bdy: Readonly<Record<string, string>>;
}

/** Reads a message as strictly as a server does that others send to as well. */
export function readAgentXml(text: string): AgentXml {
  const { root } = parseXml(text);
  const partOf = (name: string): Readonly<Record<string, string>> => {
    const found = root?.children.find(
      (child) => child instanceof XmlElement && child.name === name,
    );
    return found instanceof XmlElement ? found.attributes : {};
  };
  if (root?.name !== 'Msg') {
    throw new Error('the message is no Msg');
  }
  return { hdr: partOf('Hdr'), bdy: partOf('Bdy') };
}

export function writeAgentXml({ hdr, bdy }: AgentXml): string {
  const attributes = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(
        ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
      )
      .join('');
  return `<Msg><Hdr${attributes(hdr)}/><Bdy${attributes(bdy)}/></Msg>`;
}
