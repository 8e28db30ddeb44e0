import { failureOfResponse } from '../../../../src/phone/registration/registration';

test.each([
  [603, 'Too Many Contacts', 'too-many-phones'],
  [503, 'Too many registered contacts', 'too-many-phones'],
  [403, 'Maximum number of registrations reached', 'too-many-phones'],
  [403, 'Forbidden - too many devices', 'too-many-phones'],
  [403, 'Forbidden', 'forbidden'],
  [503, 'Too Many Requests', 'server-trouble'],
  [603, 'Declined', 'refused'],
  [401, 'Unauthorized', 'wrong-password'],
  [407, 'Proxy Authentication Required', 'wrong-password'],
  [404, 'Not Found', 'unknown-account'],
  [408, 'Request Timeout', 'no-answer'],
  [500, 'Server Error', 'server-trouble'],
  [302, 'Moved', 'refused'],
])('a REGISTER refused by %i %s means %s', (statusCode, reasonPhrase, code) => {
  const response = { statusCode, reasonPhrase };

  expect(failureOfResponse(response)).toEqual({ code, response });
});

test('when to come again is part of a failure where the server says it', () => {
  const response = { statusCode: 503, reasonPhrase: 'Service Unavailable' };

  expect(failureOfResponse(response, 30)).toMatchObject({ retryAfterS: 30 });
});
