// Imported first: the log's one line a call is not what a test's reader wants to see.
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
