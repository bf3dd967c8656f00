/** Stands in for @smithy/core/event-streams in the bundles: whoever asks for it by one of its names is told. */
export function EventStreamSerde(): never {
  throw new Error('event streams are left out of the bundles: see build/lean-sdk.ts');
}

export const eventStreamSerdeProvider = EventStreamSerde;
