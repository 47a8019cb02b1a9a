using SlotBooking.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddLanguages();
builder.Services.AddSingleton<DemoNotice>();
builder.Services.AddAuthorization();
builder.Services.AddCascadingAuthenticationState();
await using var app = builder.Build();
app.UseRequestLocalization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapLanguages();
app.MapRazorComponents<SlotBooking.Web.App>().AddInteractiveServerRenderMode();
await app.RunAsync();
