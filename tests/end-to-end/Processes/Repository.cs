namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>Where things are in the checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Path(params string[] parts) => System.IO.Path.Combine([s_root, .. parts]);

    /// <summary>A service's built program.</summary>
    public static string Program(string service, string assembly) => Path("services", service, "bin", Configuration, "net10.0", $"{assembly}.dll");

    /// <summary>The built command-line tool.</summary>
    public static string Tool => Path("cli", "bin", Configuration, "net10.0", "dialinsight.dll");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run from a checkout that holds DialInsight.sln.");
    }
}
