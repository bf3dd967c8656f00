import type { Plant } from './plant.ts';

const domain = 'functions/domain/order';

/** Rules marked ▲ in the charter and the architecture, in the order in which they stand there. */
const marked: readonly Plant[] = [
  {
    rule: '▲ a fact stays open until its fate is written: what must wait is not passed over',
    file: `${domain}/news.ts`,
    find: 'return order.facts.filter((fact) => isOpen(order, fact) || isUntold(fact, reading));',
    replace: 'return order.facts.slice(1 + order.facts.findLastIndex((fact) => !isOpen(order, fact)));',
  },
  {
    rule: '▲ told counts like a fact: what was said of something due is not due again',
    file: `${domain}/dues.ts`,
    find: 'return all.filter((due) => !told.has(keyOf(due))).sort',
    replace: 'return all.filter((due) => told.size < 0 || keyOf(due) !== undefined).sort',
    and: { find: 'if (open.reminded) return [answerBy];', replace: '' },
  },
  {
    rule: '▲ told counts like a fact: a parcel that was announced is announced',
    file: `${domain}/parcels.ts`,
    find: "announced: last('announce-shipment', 'announce-partial-shipment'),",
    replace: 'announced: undefined,',
  },
  {
    rule: '▲ a moved promise is a new promise: shipping',
    file: `${domain}/shipping.ts`,
    find: 'chain: [...given, ...said],',
    replace: 'chain: [...given, ...said.slice(0, 0)],',
  },
  {
    rule: '▲ a moved promise is a new promise: a parcel',
    file: `${domain}/claims/delivery.ts`,
    find: 'promises: parcels.map(promise) };',
    replace: 'promises: parcels.map(promise).slice(0, 0) };',
  },
  {
    rule: '▲ while a fact is open whose turn will come, the stage is a wait, never the end',
    file: `${domain}/stage.ts`,
    find: "return natural === 'CloseOrder' && open[0] !== undefined ? waitOf(open[0]) : natural;",
    replace: 'return natural;',
  },
  {
    rule: '▲ every decision reads all facts: a shipment that is known is not warned of',
    file: `${domain}/calls/shipping.ts`,
    find: "if (reading.stillToLeave.length === 0) return { note: 'everything has left already' };",
    replace: '',
  },
  {
    rule: '▲ every decision reads everything told: levels never reset',
    file: `${domain}/shipping.ts`,
    find: 'level: warnings.length,',
    replace: 'level: 0 * warnings.length,',
  },
  {
    rule: '▲ a main-path message after which the facts stand elsewhere ends in Elsewhere',
    file: 'functions/send-message/run-act.ts',
    find: 'if (request.expects !== undefined && answer.stage !== request.expects) throw new Elsewhere',
    replace: 'if (request.expects !== undefined && request.run < 0) throw new Elsewhere',
  },
  {
    rule: '▲ Elsewhere leads to ResumeOrder',
    file: 'workflows/states.ts',
    find: 'state.addCatch(resume, { errors: [elsewhere], assign: answerIn(answerOfError) });',
    replace: 'void resume; void answerOfError;',
  },
  {
    rule: '▲ AnnounceShipment covers every parcel not yet announced',
    file: `${domain}/calls/shipping.ts`,
    find: "'AnnouncePartialShipment', parcels: unannounced }",
    replace: "'AnnouncePartialShipment', parcels: unannounced.filter((one) => one === parcel) }",
  },
  {
    rule: '▲ HandToStaff: promises made before are a person’s to keep, and the execution closes',
    file: `${domain}/reading.ts`,
    find: 'handedOver !== undefined && (told === undefined ||',
    replace: 'handedOver === null && (told === undefined ||',
  },
  {
    rule: '▲ HandToStaff comes after the third silence',
    file: `${domain}/dues.ts`,
    find: "const due = shipping.level < warningsBeforeHandingOver ? 'ship-by' : 'patience-ends';",
    replace: "const due = 'ship-by';",
  },
  {
    rule: '▲ a claim is a write on the version that was judged',
    file: 'local/virtual/memory-orders.ts',
    find: 'if (known === undefined || known.version !== judged.version) return false;',
    replace: 'if (known === undefined) return false;',
  },
  {
    rule: '▲ who loses the claim reads and judges again',
    file: 'functions/send-message/run-act.ts',
    find: 'if (!(await ports.orders.claim(order, claim))) return undefined;',
    replace: 'await ports.orders.claim(order, claim);',
  },
  {
    rule: '▲ a wait belongs to the newest run: an older one is superseded',
    file: 'workflows/states.ts',
    find: "'attribute_exists(facts) AND (attribute_not_exists(#run) OR #run <= :run)'",
    replace: "'attribute_exists(facts)'",
  },
  {
    rule: '▲ a new run first settles what a dead one left unsent',
    file: 'functions/send-message/run-act.ts',
    find: "if (request.act === 'ConfirmOrder' && request.run > 1)",
    replace: "if (request.act === 'ConfirmOrder' && request.run < 0)",
  },
  {
    rule: '▲ an execution whose wait fails is taken up again',
    file: 'workflows/order-workflow.ts',
    find: 'for (const wait of waits) orTakenUpAgain(wait.state, closeOrder);',
    replace: '',
  },
  {
    rule: '▲ an order whose execution died is started again',
    file: `${domain}/ring.ts`,
    find: ": { do: 'start', run: next };\n  }",
    replace: ": { do: 'nothing', why: '' };\n  }",
  },
  {
    rule: '▲ an execution that died unheard is found by the sweep',
    file: 'functions/sweep/sweep.ts',
    find: 'if (await orders.retake(shop, order, run)) retaken += 1;\n    // Whoever',
    replace: '// Whoever',
  },
];

/** The other rules, by their subject. */
const promises: readonly Plant[] = [
  {
    rule: 'ship-by that passes in silence is warned of',
    file: `${domain}/dues.ts`,
    find: 'if (first === undefined) return [];\n  const due = shipping.level',
    replace: 'if (first === undefined || first.told === undefined) return [];\n  const due = shipping.level',
  },
  {
    rule: 'deliver-by that passes without a scan: the customer is asked, which is the warning',
    file: `${domain}/dues.ts`,
    find: 'return check === undefined ? late : ',
    replace: 'return check === undefined ? [] : ',
  },
  {
    rule: 'the day by which we write of a trace is kept',
    file: `${domain}/dues.ts`,
    find: "'trace')?.until;",
    replace: "'shipment')?.until;",
  },
  {
    rule: 'a promise is due from one second before its instant',
    file: `${domain}/dues.ts`,
    find: 'export const marginMs = 1000;',
    replace: 'export const marginMs = -2000;',
  },
  {
    rule: 'a time-out is at least a second',
    file: 'workflows/states.ts',
    find: '$max([1, $floor(($toMillis($until) - $millis()) / 1000)])',
    replace: '$floor(($toMillis($until) - $millis()) / 1000)',
  },
  {
    rule: 'a wait ends when its promise falls due, however late its write was taken',
    file: 'workflows/states.ts',
    find: '$toMillis($until) - $millis()',
    replace: '$toMillis($until) - $toMillis($states.context.State.EnteredTime)',
  },
  {
    rule: 'news that falls due before the wait ends shortens it',
    file: `${domain}/ring.ts`,
    find: "if (next.until >= until) return { do: 'nothing', why: 'no news' };",
    replace: "if (next.until > 0) return { do: 'nothing', why: 'no news' };",
  },
  {
    rule: 'no wait ends later than 300 days after its execution began',
    file: `${domain}/answer.ts`,
    find: "const isTooLong = stage !== 'CloseOrder' && next.until > yearEnds;",
    replace: 'const isTooLong = next.until < 0;',
  },
  {
    rule: 'what is no longer late than promised is on the timeline only: shipping',
    file: `${domain}/calls/shipping.ts`,
    find: 'promised.every((day) => until.until <= day)',
    replace: 'promised.every(() => until.until <= 0)',
  },
  {
    rule: 'what is not later than promised is on the timeline only: a parcel',
    file: `${domain}/calls/travel.ts`,
    find: 'const concerned = live.filter((parcel) => isNews(fact, parcel, reading));',
    replace: 'const concerned = live.filter((parcel) => fact.until !== undefined || isNews(fact, parcel, reading));',
  },
  {
    rule: 'of several later days only the last word is told',
    file: `${domain}/calls/travel.ts`,
    find: "if (isOvertaken(fact, reading)) return { note: 'overtaken by a later word' };",
    replace: '',
  },
  {
    rule: 'a parcel is warned of once a day',
    file: `${domain}/calls/travel.ts`,
    find: 'if (last === undefined) return 0;',
    replace: 'if (last !== null) return 0;',
  },
  {
    rule: 'a promise already past when the order comes counts as its first warning',
    file: `${domain}/claims/shipping.ts`,
    find: 'reading.toShip[0].made.until <= now;',
    replace: 'reading.toShip[0].made.until <= 0 * now;',
  },
  {
    rule: 'when ship-by moves, deliver-by moves by as many days',
    file: `${domain}/shipping.ts`,
    find: 'return Math.max(0, daysBetween(first, last));',
    replace: 'return Math.min(0, daysBetween(first, last));',
  },
];

const questions: readonly Plant[] = [
  {
    rule: 'the check after a scan is not sent at night',
    file: `${domain}/dues.ts`,
    find: 'return time >= noCheckFrom || time < noCheckUntil ? nextTimeOfDay',
    replace: 'return time < "" ? nextTimeOfDay',
  },
  {
    rule: 'one parcel of several: the check waits for the rest',
    file: `${domain}/dues.ts`,
    find: 'owed.length === 0 || awaitsShipment || stock',
    replace: 'owed.length === 0 || stock',
  },
  {
    rule: 'a parcel that the customer has is not announced',
    file: `${domain}/calls/shipping.ts`,
    find: "if (parcel.received !== undefined) return { note: 'the customer has it already' };",
    replace: '',
    and: { find: '      received === undefined &&\n      !withdrawn,', replace: '      !withdrawn,' },
  },
  {
    rule: 'what is delivered already is not announced',
    file: `${domain}/calls/shipping.ts`,
    find: "if (parcel.delivery !== undefined) return { note: 'already delivered' };",
    replace: '',
    and: { find: '      delivery === undefined &&\n      received', replace: '      received' },
  },
  {
    rule: 'a parcel is traced once',
    file: `${domain}/calls/words.ts`,
    find: '      traced === undefined &&\n      received',
    replace: '      received',
  },
  {
    rule: 'another complaint joins the case',
    file: `${domain}/calls/words.ts`,
    find: "return isPromised ? 'OpenCase' : 'AskStaff';",
    replace: "return isPromised || reading !== undefined ? 'OpenCase' : 'AskStaff';",
  },
  {
    rule: 'staff are reminded of a case at half time',
    file: `${domain}/dues.ts`,
    find: 'if (open.reminded) return [answerBy];',
    replace: 'if (open.until > 0) return [answerBy];',
  },
  {
    rule: 'two apologies at most',
    file: `${domain}/dues.ts`,
    find: 'const apologiesBeforeHandingOver = 2;',
    replace: 'const apologiesBeforeHandingOver = 5;',
  },
  {
    rule: 'a case that staff have ended is over',
    file: `${domain}/cases.ts`,
    find: "if (fact.name === 'completion' && tasks.includes(fact.task)) return 'done-by-staff';",
    replace: '',
  },
  {
    rule: 'a case has a person who has it in hand',
    file: `${domain}/claims/cases.ts`,
    find: "task: openTask(occasion, circumstances, 'answer-case', by),",
    replace: '',
  },
  {
    rule: 'no promo where the customer refuses offers',
    file: `${domain}/claims/delivery.ts`,
    find: 'const refused = refusesOffers(reading, circumstances) ? refusal : undefined;',
    replace: 'const refused = refusesOffers(reading, circumstances) && parcels.length < 0 ? refusal : undefined;',
  },
  {
    rule: 'who prefers the phone is called about what goes wrong',
    file: `${domain}/claims/compose.ts`,
    find: 'isByPhone && isWarning({ message, ...particular }) ? true : undefined,',
    replace: 'isByPhone && isWarning({ message, ...particular }) && act === "TakeNote" ? true : undefined,',
  },
  {
    rule: 'what is no longer true is not sent again',
    file: `${domain}/still-true.ts`,
    find: "if (made.some(({ status }) => status === 'moved')) return 'another day was promised since';\n  if (hasLaterDay(told, order.told)) return 'another day was promised since';",
    replace: '',
  },
  {
    rule: 'of what is cancelled nothing is sent again',
    file: `${domain}/still-true.ts`,
    find: "if (ledger.isCancelled && !ofAnEnd.includes(told.message)) return 'the order is cancelled';",
    replace: '',
  },
  {
    rule: 'sent again says what was said',
    file: 'functions/send-message/prepare.ts',
    find: 'const mail = await preparedMail(then, original, settings, ports);',
    replace: 'const mail = await preparedMail(order, { ...original, level: 3 }, settings, ports);',
  },
  {
    rule: 'a mail that came back for good is somebody’s matter',
    file: `${domain}/calls/mails.ts`,
    find: "  return { act: 'AskStaff', parcels: [] };\n}",
    replace: "  return { note: 'it came back' };\n}",
  },
  {
    rule: 'no promo after a problem',
    file: `${domain}/claims/delivery.ts`,
    find: "if (cases.length > 0) return 'there was a problem: staff say when';",
    replace: '',
  },
  {
    rule: 'no promo after a promise that passed in silence',
    file: `${domain}/claims/delivery.ts`,
    find: "return 'the order was late';",
    replace: 'void shipping;',
  },
  {
    rule: 'history: nobody is written to',
    file: `${domain}/news.ts`,
    find: "if (history) return { note: 'history: on record, nobody is written to' };",
    replace: "if (history && id === '') return { note: '' };",
  },
  {
    rule: 'who has no e-mail address is not mailed',
    file: `${domain}/claims/compose.ts`,
    find: 'if (!isMailable(occasion, circumstances)) return noAddress;',
    replace: "if (!isMailable(occasion, circumstances) && act === 'TakeNote') return noAddress;",
  },
];

/** Stock-outs, cancellations, cases, money and pickup points. */
const decided: readonly Plant[] = [
  {
    rule: 'whoever does not answer a stock-out is asked again, then handed to staff',
    file: `${domain}/dues.ts`,
    find: 'if (stock === undefined) return [];',
    replace: 'if (stock === undefined || stock.again >= 0) return [];',
  },
  {
    rule: 'what was paid and is cancelled goes back',
    file: `${domain}/claims/money.ts`,
    find: 'if (!owed.isOwed) return undefined;',
    replace: 'if (owed !== undefined) return undefined;',
  },
  {
    rule: 'money that does not come in time is spoken of again',
    file: `${domain}/dues.ts`,
    find: 'if (refundBy === undefined) return [];',
    replace: 'if (refundBy !== null) return [];',
  },
  {
    rule: 'a replacement leaves on a day of its own',
    file: `${domain}/goods.ts`,
    find: 'if (!lines.isEmpty) this.apart.push({ fact, lines });\n  }\n\n  private outShares',
    replace: '}\n\n  private outShares',
  },
  {
    rule: 'what nobody collects in time is not forgotten',
    file: `${domain}/dues.ts`,
    find: "{ due: 'pickup-by' as const, until, ...about },",
    replace: '',
  },
  {
    rule: 'a parcel that is lost, damaged or on its way back opens a case',
    file: `${domain}/calls/travel.ts`,
    find: "if (opensCase(fact)) return { act: 'WarnDeliveryIncident', parcels: [parcel] };",
    replace: "if (opensCase(fact)) return { note: '' };",
  },
  {
    rule: 'a case that is in hand is not at its end',
    file: `${domain}/cases.ts`,
    find: "|| fact.outcome === 'in-hand') return undefined;",
    replace: ') return undefined;',
  },
  {
    rule: 'a cancellation before anything left is confirmed',
    file: `${domain}/calls/decisions.ts`,
    find: "if (isConfirmed(taken)) return { act: 'ConfirmCancellation', parcels: [] };",
    replace: '',
  },
  {
    rule: 'what was taken back counts no more',
    file: `${domain}/struck.ts`,
    find: 'if (struck.size === 0) return order;',
    replace: 'if (struck.size >= 0) return order;',
  },
  {
    rule: 'another word about a stock-out is asked about once',
    file: `${domain}/stock.ts`,
    find: '`${inSilence}${order.told.filter(',
    replace: '`${inSilence}${0 * order.told.filter(',
  },
];

/** Orders as real shops have them: unpaid, changed, collected, for somebody else; and the people behind them. */
const irregular: readonly Plant[] = [
  {
    rule: 'a payment that does not come is reminded of, then a person asks',
    file: `${domain}/dues.ts`,
    find: 'if (payBy === undefined) return [];',
    replace: 'if (payBy !== null) return [];',
  },
  {
    rule: 'one reminder of a payment',
    file: `${domain}/calls/decisions.ts`,
    find: 'payBy !== undefined && !isAsked ?',
    replace: 'payBy !== undefined ? ',
  },
  {
    rule: 'an order that is not paid is waited for',
    file: `${domain}/reading.ts`,
    find: "!isPaid(order) && order.placed.payment === 'awaited' &&",
    replace: '!isPaid(order) && order.version < 0 &&',
  },
  {
    rule: 'ship-by counts from the payment',
    file: `${domain}/changes.ts`,
    find: 'shipBy.until > paid.shipBy.until ? shipBy : paid.shipBy;',
    replace: 'shipBy.until > paid.shipBy.until ? shipBy : shipBy;',
  },
  {
    rule: 'a delay of what is not paid is told once it is',
    file: `${domain}/calls/shipping.ts`,
    find: 'if (reading.awaitsPayment) return untilPaid(reading, now);',
    replace: '',
  },
  {
    rule: 'nothing is owed back where nothing was paid',
    file: `${domain}/owed.ts`,
    find: 'const paid = isPaid(order);',
    replace: 'const paid = order.version >= 0 || isPaid(order);',
  },
  {
    rule: 'a change is confirmed',
    file: `${domain}/calls/decisions.ts`,
    find: "{ act: 'ConfirmChange', parcels: [] };",
    replace: "{ note: '' };",
  },
  {
    rule: 'a change before the confirmation is part of it',
    file: `${domain}/judge.ts`,
    find: "if (fact.name === 'change') return act === 'ConfirmOrder';",
    replace: "if (fact.name === 'change') return false;",
  },
  {
    rule: 'what is collected arrives by no day',
    file: `${domain}/claims/shipping.ts`,
    find: "const arrives = placed.lines.some((line) => line.ships) && placed.kind !== 'collect';",
    replace: 'const arrives = placed.lines.some((line) => line.ships);',
  },
  {
    rule: 'what waits in the shop is called about',
    file: `${domain}/parcels.ts`,
    find: "(placed.kind === 'collect' && message.startsWith('announce-'))",
    replace: "(placed.kind === 'collect' && message === '')",
  },
  {
    rule: 'what is ready in the shop is not shipped',
    file: 'messages/render.ts',
    find: '    isCollected: readers.collect !== undefined,',
    replace: '    isCollected: false,',
  },
  {
    rule: 'whoever receives a gift hears of its parcels',
    file: 'functions/send-message/run-act.ts',
    find: '(known, now) => copyOwed(known, of, requestId, now));',
    replace: '(known, now) => (now < 0 ? copyOwed(known, of, requestId, now) : undefined));',
  },
  {
    rule: 'and of its parcels only',
    file: `${domain}/copies.ts`,
    find: "message === 'any' ? aboutParcels : aboutParcels.filter((one) => one === message);",
    replace: "message === 'any' ? aboutParcels : [message];",
  },
  {
    rule: 'a copy counts for nothing',
    file: `${domain}/copies.ts`,
    find: 'covers: [],\n    promises: [],',
    replace: 'covers: original.covers,\n    promises: original.promises,',
  },
  {
    rule: 'a new address counts from then on',
    file: 'functions/send-message/order-details.ts',
    find: 'profile?.email ?? customer.email',
    replace: 'customer.email ?? profile?.email',
  },
  {
    rule: 'whoever has an address by now is written to',
    file: `${domain}/claims/compose.ts`,
    find: 'return mailable ?? reading.order.placed.mailable;',
    replace: 'return reading.order.placed.mailable && mailable !== null;',
  },
  {
    rule: 'offers pause while another order has a problem',
    file: 'functions/send-message/known-customer.ts',
    find: 'pausedBecause: pausedByAnother(profile?.pauses ?? {}, order, now),',
    replace: 'pausedBecause: pausedByAnother({}, order, now),',
  },
  {
    rule: 'calls merge into one task',
    file: `${domain}/claims/tasks.ts`,
    find: 'return open === undefined ? more : {',
    replace: 'return open === undefined || more !== undefined ? more : {',
  },
  {
    rule: 'nobody searches for what was cancelled',
    file: `${domain}/calls/words.ts`,
    find: '      !withdrawn &&\n',
    replace: '',
  },
];

const protocol: readonly Plant[] = [
  {
    rule: 'a fact that comes after the end takes the order up again, even if its turn is later',
    file: `${domain}/ring.ts`,
    find: "if (news !== undefined || stageOf(reading, now) !== 'CloseOrder') return",
    replace: 'if (news !== undefined) return',
  },
  {
    rule: 'a definite refusal takes the claim back',
    file: 'functions/send-message/post.ts',
    find: 'if (again === undefined) await orders.withdraw(order.shop, order.order, told.key);\n      else await',
    replace: 'if (again !== undefined) await',
  },
  {
    rule: 'of what is sent again the claim stays, whatever becomes of it',
    file: 'functions/send-message/post.ts',
    find: 'if (again === undefined) await orders.withdraw',
    replace: 'if (again !== undefined || told.key !== undefined) await orders.withdraw',
  },
  {
    rule: 'a mail nobody can tell the fate of is not sent again within the published window',
    file: 'functions/send-message/run-act.ts',
    find: '< unsettledForMs) {',
    replace: '< 0) {',
  },
  {
    rule: 'what is sent again is counted before it is sent',
    file: 'functions/send-message/run-act.ts',
    find: 'if (!isOurs && !(await ports.orders.sendAgain(order, told.key, owner, ports.now()))) return;',
    replace: '',
  },
  {
    rule: 'SES’s own event settles a mail',
    file: 'functions/note-mail/note-mail.ts',
    find: 'if (told.sesId === undefined) await ports.orders.settle',
    replace: "if (told.sesId === '') await ports.orders.settle",
  },
  {
    rule: 'a function that dies is called again',
    file: 'workflows/retries.ts',
    find: "    'Runtime.ExitError',\n",
    replace: '',
  },
  {
    rule: 'a function that runs out of time is called again',
    file: 'workflows/retries.ts',
    find: "    'Sandbox.Timedout',\n",
    replace: '',
  },
  {
    rule: 'a refused mail is tried again for hours',
    file: 'workflows/states.ts',
    find: 'messageIsUnsettled, messageIsRefused, messageIsUnacceptable, messengerIsFull, functionIsBusy]',
    replace: 'messageIsUnsettled, messageIsUnacceptable, messengerIsFull, functionIsBusy]',
  },
  {
    rule: 'a wait that the database refuses is written again',
    file: 'workflows/states.ts',
    find: '    this.state.addRetry(databaseIsBusy);\n  }',
    replace: '  }',
  },
  {
    rule: 'a promise that an old definition does not know ends its execution',
    file: 'workflows/order-workflow.ts',
    find: "      'year-ends': closeOrder,\n    },\n    closeOrder,",
    replace: "      'year-ends': closeOrder,\n    },\n    resumeOrder,",
  },
  {
    rule: 'an order whose bell nobody heard is rung by the sweep',
    file: 'functions/sweep/sweep.ts',
    find: 'await ringAgain.ring(shop, order);\n      rung += 1;',
    replace: '',
  },
  {
    rule: 'a fact that comes after the end puts its order on watch again',
    file: 'local/virtual/memory-orders.ts',
    find: "const watched = [...facts, fact].some(({ name }) => name === 'order');",
    replace: "const watched = rest.watched === true || fact.name === 'order';",
  },
];

const words: readonly Plant[] = [
  {
    rule: 'executions carry ids only',
    file: 'functions/send-message/run-act.ts',
    find: 'told: mail !== undefined, why: claim.told.unsent };',
    replace: 'told: mail !== undefined, why: mail?.to };',
  },
  {
    rule: 'tags carry no person',
    file: 'functions/send-message/prepare.ts',
    find: "tags: mailTags(shop, id, told.message, told.key, 'customer', correlationIdOfTold(told, order)),",
    replace:
      "tags: { ...mailTags(shop, id, told.message, told.key, 'customer', correlationIdOfTold(told, order)), to: customer.email },",
  },
  {
    rule: 'every message carries the phone',
    file: 'functions/send-message/letterhead.ts',
    find: 'shop: { name, phone, address, url, signatory, opensAt },',
    replace: "shop: { name, phone: '', address, url, signatory, opensAt },",
  },
  {
    rule: 'every message carries who signs it',
    file: 'functions/send-message/letterhead.ts',
    find: 'shop: { name, phone, address, url, signatory, opensAt },',
    replace: "shop: { name, phone, address, url, signatory: { ...signatory, name: 'The team', role: '' }, opensAt },",
  },
  {
    rule: 'what is promised is said with its day',
    file: 'messages/letters/warn-shipping-delay.ts',
    find: '...promised(writing, words.common.withYouBy, deliverBy),',
    replace: '',
  },
  {
    rule: 'the timeline says why nothing was said',
    file: 'functions/project-timeline/fact-entry.ts',
    find: 'return told.some(({ key }) => key === fate) ? undefined : fate;',
    replace: 'return told.some(({ key }) => key === fate) ? undefined : undefined;',
  },
  {
    rule: 'a task that is done leaves the list',
    file: `${domain}/tasks.ts`,
    find: 'done.has(opened.task) || struck',
    replace: 'struck',
  },
];

/** To add one is to add an object: the rule in words, and what is taken out where. */
export const plants: readonly Plant[] = [
  ...marked,
  ...promises,
  ...questions,
  ...decided,
  ...irregular,
  ...protocol,
  ...words,
];
