import { parsePresence } from '../../../src/sip/presence';

const ASTERISK = `<?xml version="1.0" encoding="UTF-8"?>
<presence entity="sip:1001@10.0.0.5" xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid">
 <note>On the phone</note>
 <tuple id="1001">
  <status><basic>open</basic></status>
  <contact priority="1">sip:1001@10.0.0.5</contact>
 </tuple>
 <dm:person><rpid:activities><rpid:on-the-phone/></rpid:activities></dm:person>
</presence>`;

const FREESWITCH = `<?xml version='1.0' encoding='UTF-8'?>
<presence xmlns='urn:ietf:params:xml:ns:pidf'
xmlns:dm='urn:ietf:params:xml:ns:pidf:data-model'
xmlns:rpid='urn:ietf:params:xml:ns:pidf:rpid'
entity='pres:1001@pbx.example.com'>
<tuple id='t6a5ed77e'><status><basic>closed</basic></status></tuple>
<dm:person id='p06360c4a'><rpid:activities><rpid:away/></rpid:activities><dm:note>Unregistered</dm:note></dm:person>
</presence>`;

test('on the phone, at Asterisk', () => {
  expect(parsePresence(ASTERISK)).toEqual({
    entity: 'sip:1001@10.0.0.5',
    isOpen: true,
    activity: 'on-the-phone',
    note: 'On the phone',
  });
});

test('gone home, at FreeSWITCH', () => {
  expect(parsePresence(FREESWITCH)).toEqual({
    entity: 'pres:1001@pbx.example.com',
    isOpen: false,
    activity: 'away',
    note: 'Unregistered',
  });
});

test('who has one phone open can be reached, whatever the others are', () => {
  const tuple = (basic: string) => `<tuple><status><basic>${basic}</basic></status></tuple>`;

  expect(
    parsePresence(`<presence entity="sip:a@b">${tuple('closed')}${tuple('open')}</presence>`),
  ).toMatchObject({ isOpen: true, activity: null, note: null });
});

test('who says nothing is not known', () => {
  expect(parsePresence('<presence entity="sip:a@b"/>')).toMatchObject({ isOpen: null });
});

test('a note is shown without what turns text around, and not without end', () => {
  const note = `\u202eback at nine ${'x'.repeat(500)}`;

  expect(parsePresence(`<presence entity="sip:a@b"><note>${note}</note></presence>`)?.note).toMatch(
    /^back at nine x{87}$/,
  );
});

test.each([
  ['nobody', '<presence/>'],
  ['another document', '<dialog-info entity="sip:a@b"/>'],
  ['a document type', '<!DOCTYPE presence SYSTEM "http://x/"><presence entity="sip:a@b"/>'],
  ['not well formed', '<presence entity="sip:a@b"><note></presence>'],
])('%s is no presence', (_what, body) => {
  expect(parsePresence(body)).toBeNull();
});
