// Imported first: the log's one line a call is not what a test's reader wants to see.
process.env['AWS_LAMBDA_LOG_LEVEL'] = 'SILENT';
