// What labelling makes of a model endpoint: prints one JSON object. Arguments: [--seconds N] [--only NAME…]. Over RabbitMQ too where
// DIALINSIGHT_RABBITMQ holds a broker's address. The stub and the workers are this program again, as processes of their own.
using System.Text.Json;
using DialInsight.Benchmarks.Pipeline;
using DialInsight.Hosting;
using DialInsight.Labeling;

if (args is ["stub", ..])
    return await Stub.RunAsync(args[1]);
if (args is ["worker", ..])
    return await ServiceHost.RunAsync(args[1..], "labeling", builder => builder.AddLabeling(), app => app.MapLabeling());

Plan plan = Plan.Read(args, Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ"));
var results = new Dictionary<string, object> { ["machine"] = Machine.Describe() };
foreach (Case one in plan.Cases)
    results[one.Name] = await one.RunAsync(plan);
Console.WriteLine(JsonSerializer.Serialize(results, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }));
return 0;
