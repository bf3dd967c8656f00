import type { RoleDescription } from '../template/stack-description.ts';
import { Statement, type Asked, type Grant } from './statement.ts';
import { wildcard } from './wildcard.ts';

/** What a role may do, and what of it was made use of. */
export class Role {
  readonly arn: string;
  private readonly trusts: RoleDescription['trusts'];
  private readonly statements: readonly Statement[];
  private readonly speaking = new Map<string, readonly Statement[]>();
  private readonly used = new Set<string>();

  constructor({ arn, trusts, statements }: RoleDescription) {
    this.arn = arn;
    this.trusts = trusts;
    this.statements = statements.map((statement) => new Statement(statement));
  }

  /** Whether this service (`lambda.amazonaws.com`) may act in the role for this function or state machine of its own. */
  canBeAssumedBy(service: string, arn: string): boolean {
    return this.trusts.some((each) => each.service === service && wildcard(each.sourceArn ?? '*')(arn));
  }

  /** Judges without noting anything down. A statement that denies comes before all that allow. */
  may(asked: Asked): boolean {
    return this.grantsFor(asked).length > 0;
  }

  /** Judges, and notes which grants were made use of. */
  uses(asked: Asked): boolean {
    const grants = this.grantsFor(asked);
    for (const grant of grants) this.used.add(keyOf(grant));
    return grants.length > 0;
  }

  /** The grants that no call has made use of yet. */
  unused(): Grant[] {
    return this.statements
      .filter(({ allows }) => allows)
      .flatMap((statement) => statement.grants())
      .filter((grant) => !this.used.has(keyOf(grant)));
  }

  private grantsFor(asked: Asked): Grant[] {
    const grants: Grant[] = [];
    for (const statement of this.speakingOf(asked.action)) {
      const applied = statement.applied(asked);
      if (applied.length > 0 && !statement.allows) return [];
      grants.push(...applied);
    }
    return grants;
  }

  /** There are few actions and many calls. */
  private speakingOf(action: string): readonly Statement[] {
    const known = this.speaking.get(action);
    if (known !== undefined) return known;
    const speaking = this.statements.filter((statement) => statement.speaksOf(action));
    this.speaking.set(action, speaking);
    return speaking;
  }
}

function keyOf({ action, resource, where = '' }: Grant): string {
  return `${action} ${resource} ${where}`;
}
