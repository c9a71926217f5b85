// What labelling makes of a model endpoint: prints one JSON object. Arguments: [--seconds N] [--only NAME…] or [--limit MINUTES], which
// has two processes share a limit of calls a minute for so long. Over RabbitMQ too where DIALINSIGHT_RABBITMQ holds a broker's address.
// The stub and the workers are this program again, as processes of their own.
using System.Globalization;
using System.Text.Json;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.Pipeline;
using DialInsight.Hosting;
using DialInsight.Labeling;

if (args is ["stub", ..])
    return await Stub.RunAsync(args[1]);
if (args is ["limited", var url, var folder, var name, var minutes])
    return await SharedLimit.AskAsync(url, folder, name, int.Parse(minutes, CultureInfo.InvariantCulture));
if (args is ["worker", ..])
    return await ServiceHost.RunAsync(args[1..], "labeling", builder => builder.AddLabeling(), app => app.MapLabeling());

Plan plan = Plan.Read(args, Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ"));
var results = new Dictionary<string, object> { ["machine"] = Machine.Describe() };
if (plan.LimitMinutes is { } limited)
    results["shared limit"] = await SharedLimit.MeasureAsync(limited);
else
    foreach (Case one in plan.Cases)
        results[one.Name] = await one.RunAsync(plan);
Console.WriteLine(JsonSerializer.Serialize(results, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }));
return 0;
