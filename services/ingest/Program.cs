using DialInsight.Hosting;
using DialInsight.Ingest;

return await ServiceHost.RunAsync(args, "ingest", builder => builder.AddIngest(), app => app.MapIngest());
