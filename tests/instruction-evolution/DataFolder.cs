namespace DialInsight.InstructionEvolution.Tests;

/// <summary>A folder of its own for a test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dialinsight-evolution-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
