namespace DialInsight.TextAnalysis.Tests;

/// <summary>Large reference files that lie beside a checkout and are not part of it.</summary>
internal static class ReferenceFiles
{
    public static string Require(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        string path = Path.Combine(folder?.FullName ?? "", "..", "shared", "data", "tokenizer", name);
        if (!File.Exists(path))
            Assert.Skip($"The reference file {name} is not beside this checkout.");
        return path;
    }
}
