import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../cli/rehearse/page/page.ts';
import { annesOrder, played } from './a-story.ts';

const hostile = `<img src=x onerror="alert('x')"></iframe>`;

/** What a reader sees of the page, without the mails in their frames. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<style>.*?<\/style>|srcdoc="[^"]*"|<title>.*?<\/title>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:])/g, '$1');

describe('the page of a rehearsal', () => {
  it('tells what was told, in words, and who told it', async () => {
    const page = textOf(
      pageOf(
        await played(`${annesOrder}facts:
  - { at: 2026-11-24 15:00, tell: shipments, parcel: p1, carrier: Colissimo, trackingNumber: 6A1 }
  - { at: 2026-11-26 10:00, tell: deliveries, parcel: p1, to: neighbour }
  - { at: 2026-11-26 12:00, tell: words, by: phone, word: problem, about: damaged, text: The rim is chipped. }
until: 2026-11-28 12:00
`),
      ),
    );
    expect(page).toContain('The shop: Anne Petit placed the order 1.');
    expect(page).toContain('Parcel p1 left, with Colissimo 6A1.');
    expect(page).toContain('Parcel p1 was delivered to a neighbour.');
    expect(page).toContain('The customer, by phone: “Something is wrong”, about: damaged.');
    expect(page).toContain('The rim is chipped.');
    expect(page).toContain('Half of the time to answer is over, and nobody has answered.');
    expect(page).toMatch(
      /Task 1\.1: a problem is to be put right\. For (Hugo Blanc|Inès Garnier), by Sat 28 Nov, 12:00/,
    );
    expect(page).toContain('Task 1.1 once more, level 2');
    expect(page).toContain('Not yet. A problem is being put right.');
    expect(page).toContain('ProblemReported → OpenCase');
  });

  it('tells what became of each promise, and why nothing was said', async () => {
    const page = textOf(
      pageOf(
        await played(`${annesOrder}facts:
  - { at: 2026-11-24 09:00, tell: delays, of: shipment, until: 2026-11-24 }
  - { at: 2026-11-25 09:00, tell: delays, of: shipment, until: 2026-11-27 }
  - { at: 2026-11-27 15:00, tell: shipments, parcel: p1 }
until: 2026-12-02 12:00
`),
      ),
    );
    expect(page).toContain('Nothing to say to the customer: not later than promised.');
    expect(page).toContain(
      'to leave the shop by Wed 25 Nov: moved to a later day, and said in time: Wed 25 Nov, 09:00',
    );
    expect(page).toContain('to leave the shop by Fri 27 Nov: kept');
    expect(page).toContain('Parcel p1 was to arrive by Tue 1 Dec, and nobody has said that it did.');
    expect(page).toContain('to arrive by Tue 1 Dec: not kept, and the customer knew it on Tue 1 Dec, 20:00');
  });

  it('says at the top whether all came as expected', async () => {
    expect(textOf(pageOf(await played(`${annesOrder}expect: { ended: handed-to-staff }`)))).toContain(
      '✓ Everything came as expected.',
    );
    expect(textOf(pageOf(await played(`${annesOrder}expect: { ended: received }`)))).toContain(
      '✗ It did not come as expected: the order ended: expected received, found handed-to-staff',
    );
    expect(textOf(pageOf(await played(annesOrder)))).not.toContain('as expected');
  });

  it('shows what somebody wrote as it was written, and lets none of it become markup', async () => {
    const yaml = annesOrder
      .replace('Blue vase', JSON.stringify(hostile))
      .replace("Anne's vase", JSON.stringify(hostile));
    const page = pageOf(
      await played(`${yaml}story: ${JSON.stringify(hostile)}
shop: { name: ${JSON.stringify(hostile.slice(0, 40))} }
facts:
  - { at: 2026-11-24 15:00, tell: words, by: phone, word: question, text: ${JSON.stringify(hostile)} }
  - { at: 2026-11-24 16:00, tell: shipments, parcel: p1, carrier: ${JSON.stringify(hostile)}, trackingNumber: "\\"><b>" }
until: 2026-11-25 10:00
`),
    );
    expect(page).not.toContain('<img');
    expect(page.match(/<\/iframe>/g)).toHaveLength(page.match(/<iframe/g)!.length);
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&lt;/iframe&gt;');
  });
});
