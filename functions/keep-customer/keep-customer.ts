import type { DecideForShop } from '../http/endpoint.ts';
import { keepContact, type KeepContactPorts } from './keep-contact.ts';
import { keepPreferences, type KeepPreferencesPorts } from './keep-preferences.ts';

/** What is told of a customer apart from any order: how to reach them, and how they want to be written to. */
export function keepCustomer(ports: KeepContactPorts & KeepPreferencesPorts): DecideForShop {
  const [contact, preferences] = [keepContact(ports), keepPreferences(ports)];
  return (shop, call) => (call.route.endsWith('/preferences') ? preferences(shop, call) : contact(shop, call));
}
