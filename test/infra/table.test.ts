import { describe, expect, it } from 'vitest';
import { synthesised } from './synthesised.ts';

const table = synthesised('production').the('AWS::DynamoDB::Table');
const tried = synthesised('local').the('AWS::DynamoDB::Table');

describe('the table of a shop in production', () => {
  it('outlives a mistake: protected from deletion, kept when its stack goes, restorable to any second', () => {
    expect(table.Properties['DeletionProtectionEnabled']).toBe(true);
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.UpdateReplacePolicy).toBe('Retain');
    expect(table.Properties['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  it("is encrypted with DynamoDB's own key, and no switch turns that off", () => {
    expect([undefined, { SSEEnabled: false }]).toContainEqual(table.Properties['SSESpecification']);
  });

  it('forgets what has an end', () => {
    expect(table.Properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'expires', Enabled: true });
  });

  it('is paid by use', () => {
    expect(table.Properties['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  it('finds the orders that should have moved, and the index shows their keys only', () => {
    expect(table.Properties['GlobalSecondaryIndexes']).toEqual([
      {
        IndexName: 'watch',
        KeySchema: [
          { AttributeName: 'watch', KeyType: 'HASH' },
          { AttributeName: 'checkAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });
});

describe('the table on this machine', () => {
  it('goes with its stack', () => {
    expect(tried.Properties['DeletionProtectionEnabled']).toBe(false);
    expect(tried.DeletionPolicy).toBe('Delete');
  });
});
