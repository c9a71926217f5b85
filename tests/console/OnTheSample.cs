namespace DialInsight.Console.Tests;

/// <summary>Tests that share one platform with the sample's release, and leave it as the next needs it.</summary>
[CollectionDefinition(nameof(OnTheSample))]
public sealed class OnTheSample : ICollectionFixture<SamplePlatform>, ICollectionFixture<Browser>;
