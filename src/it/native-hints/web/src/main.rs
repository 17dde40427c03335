use actix_web::{web, App, HttpServer};

fn main() {
    let server = HttpServer::new(|| App::new().route("/", web::get().to(|| async { "hello" })));
    drop(server);
    println!("a server with TLS");
}
