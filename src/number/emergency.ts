/** Numbers that call for help, of all the world: a country's own may be an extension elsewhere. */
const EMERGENCY = /^\+?(?:112|911|999|000|110|113|115|117|118|119|190|192|193)$/;

/** True for a number that calls for help, somewhere in the world. */
export function isEmergencyNumber(digits: string): boolean {
  return EMERGENCY.test(digits);
}
