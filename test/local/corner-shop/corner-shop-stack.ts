// oxlint-disable no-new -- in CDK a construct is made by its constructor
import { join } from 'node:path';
import { Duration, Stack, type App } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function as Lambda, Runtime, StartingPosition, FilterCriteria } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** The smallest shop that uses every part of the embedded stack, as CDK describes it. */
export class CornerShop extends Stack {
  /** Puts the shop into an app. `bundles` holds one folder for each function. */
  static in(app: App, bundles: string): CornerShop {
    return new CornerShop(app, bundles);
  }

  private constructor(app: App, bundles: string) {
    super(app, 'Corner');

    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'endsAt',
    });
    table.addGlobalSecondaryIndex({
      indexName: 'open',
      partitionKey: { name: 'openIn', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });

    const deadLetters = new Queue(this, 'DeadLetters', { retentionPeriod: Duration.days(14) });
    const ringAgain = new Queue(this, 'RingAgain', {
      visibilityTimeout: Duration.minutes(5),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
    });
    const mailEvents = new ConfigurationSet(this, 'MailEvents');

    const environment = {
      TABLE: table.tableName,
      QUEUE: ringAgain.queueUrl,
      CONFIGURATION_SET: mailEvents.configurationSetName,
    };
    const lambda = (name: string, more: Record<string, string> = {}): Lambda =>
      new Lambda(this, name, {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromAsset(join(bundles, name)),
        // Long enough for a busy machine; the clumsy one is there to run out of time.
        timeout: Duration.seconds(name === 'clumsy' ? 1 : 20),
        environment: { ...environment, ...more },
      });

    const mail = lambda('mail');
    const workflow = new StateMachine(this, 'Workflow', {
      definitionBody: DefinitionBody.fromString(JSON.stringify(workflowDefinition)),
      definitionSubstitutions: { Mail: mail.functionArn, Table: table.tableName },
    });

    const api = new HttpApi(this, 'Api');
    const shopkeeper = lambda('shop', { API: api.apiEndpoint, STAGE_URL: `${api.url}` });
    const shop = new HttpLambdaIntegration('Shop', shopkeeper);
    const clumsy = new HttpLambdaIntegration('Clumsy', lambda('clumsy'));
    api.addRoutes({ path: '/orders', methods: [HttpMethod.POST], integration: shop });
    api.addRoutes({ path: '/orders/{id}', methods: [HttpMethod.GET], integration: shop });
    api.addRoutes({ path: '/orders/{id}/shipments', methods: [HttpMethod.POST], integration: shop });
    api.addRoutes({ path: '/echo/{rest+}', methods: [HttpMethod.ANY], integration: shop });
    api.addRoutes({ path: '/misbehave/{how}', methods: [HttpMethod.POST], integration: clumsy });

    const relay = lambda('relay', { STATE_MACHINE: workflow.stateMachineArn });
    relay.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 10,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 2,
        onFailure: new SqsDlq(deadLetters),
        filters: [FilterCriteria.filter({ dynamodb: { NewImage: { sk: { S: ['ORDER'] } } } })],
      }),
    );
    relay.addEventSource(new SqsEventSource(ringAgain, { batchSize: 5, reportBatchItemFailures: true }));

    const witness = lambda('witness');
    new Rule(this, 'Failures', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [workflow.stateMachineArn] },
      },
      targets: [new LambdaFunction(witness)],
    });
    new Rule(this, 'Mails', {
      eventPattern: { source: ['aws.ses'], detailType: ['Email Sent'] },
      targets: [new LambdaFunction(witness)],
    });
    new Rule(this, 'Hourly', { schedule: Schedule.rate(Duration.hours(1)), targets: [new LambdaFunction(witness)] });
    mailEvents.addEventDestination('ToBus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.SEND, EmailSendingEvent.BOUNCE],
    });

    for (const writing of [shopkeeper, relay, witness]) table.grantReadWriteData(writing);
    table.grantWriteData(workflow);
    mail.grantInvoke(workflow);
    workflow.grantStartExecution(relay);
    workflow.grantTaskResponse(relay);
    mail.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: ['*'] }));
  }
}

const workflowDefinition = {
  QueryLanguage: 'JSONata',
  StartAt: 'ConfirmOrder',
  States: {
    ConfirmOrder: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${Mail}', Payload: { message: 'confirm-order', order: '{% $states.input.order %}' } },
      Output: '{% $states.input %}',
      TimeoutSeconds: 30,
      Next: 'AwaitShipment',
    },
    AwaitShipment: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
      Arguments: {
        TableName: '${Table}',
        Key: { pk: { S: "{% 'ORDER#' & $states.input.order %}" }, sk: { S: 'ORDER' } },
        UpdateExpression: 'SET awaiting = :token',
        ExpressionAttributeValues: { ':token': { S: '{% $states.context.Task.Token %}' } },
      },
      TimeoutSeconds: 172_800,
      Output: '{% $states.input %}',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'WarnShippingDelay', Output: '{% $states.input %}' }],
      Next: 'AnnounceShipment',
    },
    WarnShippingDelay: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: '${Mail}',
        Payload: { message: 'warn-shipping-delay', order: '{% $states.input.order %}' },
      },
      Output: '{% $states.input %}',
      Next: 'AwaitShipment',
    },
    AnnounceShipment: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: '${Mail}',
        Payload: { message: 'announce-shipment', order: '{% $states.input.order %}' },
      },
      End: true,
    },
  },
};
