namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>The platform in one process.</summary>
internal static class Standalone
{
    public static ServiceProcess Start(Workspace workspace, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null) =>
        ServiceProcess.Start(
            Repository.Program("standalone", "DialInsight.Standalone"),
            [.. arguments, "--data", workspace.Path("data"), "--out", workspace.Path("out")],
            new Dictionary<string, string>([.. DocumentServer.Settings(workspace.Path("data")), .. settings ?? new Dictionary<string, string>()]));
}
