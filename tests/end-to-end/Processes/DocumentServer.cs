namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>
/// Where the services keep their documents: files of the workspace, or the MongoDB whose connection string (without a database, with an
/// <c>authSource</c> where it names a user) is in <c>DIALINSIGHT_STORAGE_CONNECTIONSTRING</c>. The services are then built with <c>-p:WithMongoDB=true</c>.
/// </summary>
internal static class DocumentServer
{
    /// <summary>Adds the settings of the section <c>Storage</c>. On a server every call names databases that nobody has used.</summary>
    public static void AddTo(Dictionary<string, string> settings, Workspace workspace)
    {
        if (Environment.GetEnvironmentVariable("DIALINSIGHT_STORAGE_CONNECTIONSTRING") is not { Length: > 0 } server)
        {
            settings["Storage:Path"] = workspace.Path("data");
            return;
        }

        string[] parts = server.Split('?', 2);
        string options = parts.Length == 2 ? $"?{parts[1]}" : "";
        string unused = $"e2e-{Guid.NewGuid():N}"[..16];
        settings["Storage:Provider"] = "MongoDB";
        settings["Storage:ConnectionString"] = $"{parts[0].TrimEnd('/')}/{unused}{options}";
    }
}
