using DialInsight.LanguageModels.Offline;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_a_request_has_no_facts
{
    [Fact]
    public Task The_annotator_refuses_it() => Assert.ThrowsAsync<ModelRefusedRequestException>(() => Ask.Facts(null));

    [Fact]
    public void The_annotator_is_named_as_lineage_records_it() => Assert.Equal("offline-annotator/1", new OfflineAnnotator().Name);
}
