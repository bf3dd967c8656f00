import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { routes, type AnsweringFunction } from '../routes.ts';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';
import { mayList, mayPut, mayRead, mayUpdate, mayWrite, type ItemKind, type Rights } from './rights.ts';

export interface ApiProps {
  readonly config: StageConfig;
  readonly table: ITable;
}

const accessLine = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

type Answering<Name extends AnsweringFunction> = Pick<HouseFunctionProps<Name>, 'description' | 'environment' | 'may'>;

/**
 * The HTTP side: functions that record facts and show what is known. None of them can reach the workflow service, so
 * that its troubles cost no order.
 *
 * The access log has no paths, for they carry customers' links and orders' numbers, and no addresses of callers: it says
 * which route was asked for, what came of it, and why the gateway did not reach a function.
 */
export class Api extends Construct {
  /** Where the API answers, without a slash at the end. */
  readonly url: string;
  readonly httpApi: HttpApi;
  private readonly config: StageConfig;

  constructor(scope: Construct, id: string, { config, table }: ApiProps) {
    super(scope, id);
    this.config = config;
    this.httpApi = new HttpApi(this, 'HttpApi', { apiName: Stack.of(this).stackName, createDefaultStage: false });
    this.url = this.httpApi.apiEndpoint;
    new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog(config)),
        format: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
      throttle: { rateLimit: config.throttling.requestsPerSecond, burstLimit: config.throttling.burst },
    });

    const known = { TABLE_NAME: table.tableName };
    const kept = {
      ...known,
      PERSONAL_DATA_DAYS: String(config.personalDataDays),
      WATCH_PARTS: String(config.watchParts),
    };
    // A shop is known by its key.
    const mayReadForShops = (...kinds: ItemKind[]): Rights => mayRead(table, 'keys', ...kinds);

    this.answer('keep-shop', {
      description: "Keeps a shop's settings.",
      environment: known,
      may: [mayReadForShops('shops'), mayPut(table, 'shops', 'secrets'), mayUpdate(table, 'register')],
    });
    this.answer('record-order', {
      description: 'Records an order.',
      environment: kept,
      may: [
        mayReadForShops('shops', 'orders', 'customers', 'idempotency', 'erased'),
        mayWrite(table, 'orders', 'idempotency'),
        mayUpdate(table, 'customers', 'placed', 'erased'),
      ],
    });
    this.answer('record-fact', {
      description: 'Records what a shop tells of an order: payments, changes, shipments, deliveries, delays, words.',
      environment: kept,
      may: [mayReadForShops('shops', 'orders', 'idempotency'), mayWrite(table, 'orders', 'idempotency')],
    });
    this.answer('resend-message', {
      description: 'Shows a message as it would be sent again, and has it sent.',
      environment: { ...known, PUBLIC_URL: this.url },
      may: [mayReadForShops('shops', 'orders', 'customers'), mayList(table, 'orders'), mayWrite(table, 'orders')],
    });
    this.answer('show-order', {
      description: 'Shows where an order stands.',
      environment: known,
      may: [mayReadForShops('shops', 'orders'), mayList(table, 'orders')],
    });
    this.answer('keep-customer', {
      description: 'Keeps how a customer is reached from now on.',
      environment: known,
      may: [
        mayReadForShops('customers', 'orders', 'idempotency'),
        mayWrite(table, 'customers'),
        mayUpdate(table, 'orders'),
        mayPut(table, 'idempotency'),
      ],
    });
    this.answer('show-timeline', {
      description: 'Shows all that happened between a shop and a customer.',
      environment: known,
      may: [mayReadForShops('customers'), mayList(table, 'customers')],
    });
    this.answer('export-customer', {
      description: 'Gives a person all that is known of them.',
      environment: known,
      may: [mayReadForShops('shops', 'customers', 'orders'), mayList(table, 'placed', 'orders', 'customers')],
    });
    this.answer('forget-customer', {
      description: 'Takes the wish that a person be erased.',
      environment: known,
      may: [mayReadForShops('customers', 'erased'), mayList(table, 'placed'), mayUpdate(table, 'erased')],
    });
    this.answer('list-tasks', {
      description: "Lists the staff's tasks.",
      environment: known,
      may: [mayReadForShops('shops', 'customers'), mayList(table, 'tasks', 'taskParts', 'calls')],
    });
    this.answer('complete-task', {
      description: 'Records that a task is done.',
      environment: known,
      may: [
        mayReadForShops('shops', 'orders', 'idempotency'),
        mayList(table, 'calls'),
        mayWrite(table, 'orders', 'idempotency'),
      ],
    });
    this.answer('redeem-promo', {
      description: 'Shows a promo and redeems it, once.',
      environment: known,
      may: [mayReadForShops('promos'), mayUpdate(table, 'promos')],
    });
    this.answer('take-shopify', {
      description: 'Takes what Shopify tells of an order.',
      environment: kept,
      may: [
        mayRead(table, 'secrets', 'shops', 'orders', 'customers', 'idempotency', 'erased'),
        mayWrite(table, 'orders', 'idempotency'),
        mayUpdate(table, 'customers', 'placed', 'erased'),
        mayList(table, 'placed'),
        mayPut(table, 'notTaken'),
      ],
    });
    this.answer('list-not-taken', {
      description: "Lists what a shop's other software told that could not be used.",
      environment: known,
      may: [mayReadForShops(), mayList(table, 'notTaken')],
    });
    this.answer('answer-customer', {
      description: 'The page behind the links in our mails.',
      environment: known,
      may: [
        mayRead(table, 'links', 'shops', 'orders', 'customers'),
        mayList(table, 'orders'),
        mayWrite(table, 'orders', 'customers'),
      ],
    });
    this.answer('report-health', {
      description: 'Answers that the API is there.',
      environment: {},
      may: [],
    });
    this.answer('refuse-unknown', {
      description: 'Answers calls that are none of ours.',
      environment: {},
      may: [],
    });
  }

  private accessLog({ logRetention }: StageConfig): LogGroup {
    return new LogGroup(this, 'AccessLog', {
      // With any other beginning, each log group that a service writes to takes room in one small policy of the account.
      logGroupName: `/aws/vendedlogs/apis/${Stack.of(this).stackName}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private answer<Name extends AnsweringFunction>(name: Name, it: Answering<Name>): void {
    const { lambda } = new HouseFunction(this, name, {
      ...it,
      config: this.config,
      // A customer or a shop waits for it; the gateway itself gives up after 30.
      timeout: Duration.seconds(10),
      memoryMegabytes: 512,
    });
    const integration = new HttpLambdaIntegration(name, lambda);
    for (const route of routes[name]) {
      new HttpRoute(this, route, { httpApi: this.httpApi, routeKey: routeKeyOf(route), integration });
    }
  }
}

function routeKeyOf(route: string): HttpRouteKey {
  const [, path] = route.split(' ');
  if (path === undefined) return HttpRouteKey.DEFAULT;
  return HttpRouteKey.with(
    path,
    Object.values(HttpMethod).find((method) => route.startsWith(`${method} `)),
  );
}
