import { account } from '../aws-error.ts';
import type { PermissionDescription, StackDescription } from '../template/stack-description.ts';
import { accessDenied } from './access-denied.ts';
import { Asks, type AsksOptions } from './asks.ts';
import { credentialsOf, signerOf } from './credentials.ts';
import { Role } from './role.ts';
import type { Asked, Grant } from './statement.ts';
import { wildcard } from './wildcard.ts';

/** Who makes a call: somebody acting in a role. */
export interface Caller {
  readonly roleArn: string;
  /** As it stands behind the role's name: for a function, its own name. */
  readonly session: string;
}

/** A grant, and whose it is. */
export interface GrantOf extends Grant {
  /** The name of the role, or of the service that may call a function. */
  readonly who: string;
}

interface Permission extends PermissionDescription {
  readonly covers: (source: string) => boolean;
  used: boolean;
}

export interface GateOptions extends AsksOptions {
  description: Pick<StackDescription, 'tables' | 'mailDomains' | 'roles' | 'functions' | 'permissions'>;
}

/**
 * IAM, as far as the stack's own roles go: what a function or a state machine calls is held against the policies of the
 * template, and what none of them allows is refused as AWS refuses it. It notes which grants were made use of.
 *
 * Whoever signs with a key that is no function's is the account's administrator: a person with the AWS CLI, a seed.
 */
export class Gate {
  private readonly asks: Asks;
  private readonly roles: ReadonlyMap<string, Role>;
  private readonly callers: ReadonlyMap<string, Caller>;
  private readonly permissions: readonly Permission[];
  private readonly refused = new Map<string, string>();

  constructor(options: GateOptions) {
    const { roles, functions, permissions } = options.description;
    this.asks = new Asks(options);
    this.roles = new Map(roles.map((role) => [role.arn, new Role(role)]));
    this.callers = new Map(
      functions.map(({ arn, name, roleArn }) => [credentialsOf(arn).accessKeyId, { roleArn, session: name }]),
    );
    this.permissions = permissions.map((permission) => ({
      ...permission,
      covers: permission.sourceArn === undefined ? () => true : wildcard(permission.sourceArn),
      used: false,
    }));
  }

  /** Who signed a request; undefined for the administrator. */
  callerBehind(authorization: string | undefined): Caller | undefined {
    return this.callers.get(signerOf(authorization) ?? '');
  }

  /**
   * Lets a call in, or throws.
   * @param service as in the names of its actions: `dynamodb`.
   * @throws AwsError `AccessDeniedException` in the words of the service; `UnknownOperationException` for a call of
   * which it is not known here what rights it needs.
   */
  admit(caller: Caller, service: string, operation: string, input: unknown): void {
    for (const asked of this.asks.of(service, operation, input)) this.demand(caller, asked);
  }

  /** @throws AwsError `AccessDeniedException` */
  demand(caller: Caller, asked: Asked): void {
    if (this.uses(caller.roleArn, asked)) return;
    const role = caller.roleArn.slice(caller.roleArn.lastIndexOf('/') + 1);
    const denied = accessDenied(`arn:aws:sts::${account}:assumed-role/${role}/${caller.session}`, asked);
    this.refused.set(`${role} ${asked.action} ${asked.resource}`, denied.message);
    throw denied;
  }

  /** Whether the role may do this; noted as made use of. A role that there is not may do nothing. */
  uses(roleArn: string, asked: Asked): boolean {
    return this.roles.get(roleArn)?.uses(asked) ?? false;
  }

  /** Whether a service may call a function on behalf of this source: a route, a rule. */
  mayInvoke(service: string, sourceArn: string, functionArn: string): boolean {
    const found = this.permissions.filter(
      (each) => each.service === service && each.functionArn === functionArn && each.covers(sourceArn),
    );
    for (const permission of found) permission.used = true;
    return found.length > 0;
  }

  role(arn: string): Role | undefined {
    return this.roles.get(arn);
  }

  /** What was refused since the stack was started; of one action on one resource the last. */
  refusals(): string[] {
    return [...this.refused.values()];
  }

  /** The grants that nothing has made use of since the stack was started. */
  unused(): GrantOf[] {
    const ofRoles = [...this.roles.values()].flatMap((role) => {
      const who = role.arn.slice(role.arn.lastIndexOf('/') + 1);
      return role.unused().map((grant) => ({ who, ...grant }));
    });
    const toInvoke = this.permissions
      .filter(({ used }) => !used)
      .map(({ service, functionArn, sourceArn }) => ({
        who: service,
        action: 'lambda:InvokeFunction',
        resource: functionArn,
        ...(sourceArn !== undefined && { where: `source like ${sourceArn}` }),
      }));
    return [...ofRoles, ...toInvoke];
  }
}
